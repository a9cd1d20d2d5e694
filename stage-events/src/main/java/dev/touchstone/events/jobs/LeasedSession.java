package dev.touchstone.events.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.EventDraft;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.outbox.Outbox;

/** The session of one claim. */
final class LeasedSession implements Session {

    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(1);

    private final Job job;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Clock clock;
    private final Map<String, String> items;
    private @Nullable Instant lastProgress;

    LeasedSession(Job job, Jobs jobs, Outbox outbox, Clock clock) {
        this.job = job;
        this.jobs = jobs;
        this.outbox = outbox;
        this.clock = clock;
        this.items = Collections.synchronizedMap(new LinkedHashMap<>(jobs.saved(job)));
    }

    @Override
    public Optional<String> stored(String item) {
        return Optional.ofNullable(items.get(item));
    }

    @Override
    public List<String> storedItems() {
        synchronized (items) {
            return List.copyOf(items.values());
        }
    }

    @Override
    public void store(Map<String, String> results, EventDraft... events) {
        Blocking.inTransaction(() -> jobs.hold(job).chain(() -> jobs.save(job, results))
                .chain(() -> outbox.emitAll(List.of(events))).replaceWithVoid());
        items.putAll(results);
    }

    @Override
    public void tell(EventDraft event) {
        Blocking.inTransaction(() -> jobs.hold(job).chain(() -> outbox.emit(event)).replaceWithVoid());
    }

    @Override
    public void progress(int done, int total) {
        if (mayTellProgress(done == total)) {
            tell(EventDraft.after(job.request(), new Progressed(done, total)));
        }
    }

    private synchronized boolean mayTellProgress(boolean last) {
        Instant now = clock.instant();
        if (!last && lastProgress != null && now.isBefore(lastProgress.plus(PROGRESS_INTERVAL))) {
            return false;
        }
        lastProgress = now;
        return true;
    }

    /** Ends the job with what the work says. */
    void end(Outcome outcome) {
        Blocking.inTransaction(() -> jobs.end(job).chain(() -> outcome.effect().get())
                .chain(() -> outbox.emitAll(outcome.events())).replaceWithVoid());
    }
}
