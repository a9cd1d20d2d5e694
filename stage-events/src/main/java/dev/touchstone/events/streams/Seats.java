package dev.touchstone.events.streams;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The places that open streams take. Both bounds are this replica's. */
public final class Seats<T> {

    private final int all;
    private final int perWatcher;
    private final Refusals refusals;
    private final Set<Seat<T>> taken = ConcurrentHashMap.newKeySet();

    /** How a service says that there is no place. */
    @FunctionalInterface
    public interface Refusals {

        /** The problem to answer with; its detail and {@link #RETRY_SECONDS} are for the client. */
        RuntimeException refuse(Refusal why, String detail);
    }

    /** Why there is no place. */
    public enum Refusal {
        WATCHER_HAS_TOO_MANY,
        ALL_ARE_TAKEN
    }

    /** When to try again. */
    public static final int RETRY_SECONDS = 10;

    Seats(int all, int perWatcher, Refusals refusals) {
        this.all = all;
        this.perWatcher = perWatcher;
        this.refusals = refusals;
    }

    /**
     * One place.
     *
     * @param watcher the caller's name: nobody has all places
     * @param cut closes the client's connection
     */
    public record Seat<T>(T stream, String watcher, Runnable cut) {
    }

    /** Takes a place, to be given back whatever becomes of the stream; throws the refusal where there is none. */
    synchronized void take(Seat<T> seat) {
        if (taken.stream().filter(each -> each.watcher().equals(seat.watcher())).count() >= perWatcher) {
            throw refusal(Refusal.WATCHER_HAS_TOO_MANY, perWatcher);
        }
        if (taken.size() >= all) {
            throw refusal(Refusal.ALL_ARE_TAKEN, all);
        }
        taken.add(seat);
    }

    void giveBack(Seat<T> seat) {
        taken.remove(seat);
    }

    Set<Seat<T>> taken() {
        return taken;
    }

    private RuntimeException refusal(Refusal why, int most) {
        return refusals.refuse(why, "At most " + most + " streams are open at a time. Close one, or ask for pages.");
    }
}
