package dev.touchstone.sandbox.attempt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import dev.touchstone.events.EventDraft;
import dev.touchstone.events.jobs.Session;

/** A session in memory. What is stored outlives the worker, as it does in the database. */
public final class StoredSession implements Session {

    private final Map<String, String> items;
    private final int mostStores;
    private final List<String> progress = new CopyOnWriteArrayList<>();

    private StoredSession(Map<String, String> items, int mostStores) {
        this.items = items;
        this.mostStores = mostStores;
    }

    public static StoredSession empty() {
        return new StoredSession(new ConcurrentHashMap<>(), Integer.MAX_VALUE);
    }

    /** A session whose lease is lost once so many cases are stored. */
    public static StoredSession losingItsLeaseAfter(int stores) {
        return new StoredSession(new ConcurrentHashMap<>(), stores);
    }

    /** The session of the worker who takes over. */
    public StoredSession takenOver() {
        return new StoredSession(items, Integer.MAX_VALUE);
    }

    /** What is stored of cases, by their ids. */
    public Map<String, String> items() {
        return items.entrySet().stream().filter(item -> isCase(item.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isCase(String item) {
        return !item.startsWith("spent/");
    }

    @Override
    public Optional<String> stored(String item) {
        return Optional.ofNullable(items.get(item));
    }

    /** Case by case, so that the lease can be lost after any number. */
    @Override
    public synchronized void store(Map<String, String> results, EventDraft... events) {
        results.forEach((item, result) -> {
            if (isCase(item) && items().size() >= mostStores) {
                throw new IllegalStateException("another worker holds this job now");
            }
            items.put(item, result);
        });
    }

    @Override
    public void tell(EventDraft event) {
    }

    @Override
    public void progress(int done, int total) {
        progress.add(done + "/" + total);
    }

    /** How far it was said to be, in this worker's time. */
    public List<String> progress() {
        return List.copyOf(progress);
    }

    @Override
    public List<String> storedItems() {
        return List.copyOf(items.values());
    }
}
