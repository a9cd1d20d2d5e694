package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.telemetry.run.Writers;

/**
 * Keeps this replica alive in the eyes of the others, who take over what it holds when it has been silent for the length of
 * a lease. Concurrency: one thread renews; another one, which never touches the database, watches that the lease has not
 * run out meanwhile, and stops every writer before the others may begin. Time is counted from before each renewal, by a
 * clock that nobody sets. After a lapse this replica goes on under another name, so that nothing said in the old one counts.
 */
@ApplicationScoped
class Presence {

    private static final Logger LOG = Logger.getLogger(Presence.class);

    private final Writers writers;
    private final Duration lease;
    private volatile Term term = Term.begun();
    private volatile boolean stopping;
    private volatile boolean leaving;
    private volatile boolean relieved;
    private Runnable lapsed = () -> {
    };
    private Runnable wake = () -> {
    };
    private final Thread renewer = Thread.ofVirtual().name("writer-lease").unstarted(() -> loop(this::renew));
    private final Thread watch = Thread.ofVirtual().name("writer-watch").unstarted(() -> loop(this::watch));

    Presence(Writers writers, SenderConfig config) {
        this.writers = writers;
        this.lease = config.lease();
    }

    /**
     * @param whenLapsed stops every writer; called once for each lapse
     * @param wakeUp there may be runs to be claimed now
     */
    void start(Runnable whenLapsed, Runnable wakeUp) {
        lapsed = whenLapsed;
        wake = wakeUp;
        renewer.start();
        watch.start();
    }

    /** In whose name this replica holds runs now. */
    String owner() {
        return term.owner();
    }

    /** Whether nobody can have taken over yet what is held in that name. */
    boolean holds(String owner) {
        Term now = term;
        return now.owner().equals(owner) && !now.isOver();
    }

    boolean isAlive() {
        return !term.isOver();
    }

    /**
     * Asked before every request.
     *
     * @throws InterruptedException if another replica may hold this writer's runs by now
     */
    void requireAlive() throws InterruptedException {
        if (!isAlive() || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("the lease of " + owner() + " ran out");
        }
    }

    /** From now on this replica says only what it has to, and that it may be gone at any moment if another goes on. */
    void leave() {
        relieved = !isAlone();
        leaving = true;
    }

    /** Whether nobody else writes. */
    boolean isAlone() {
        return !writers.others(owner());
    }

    boolean isLeaving() {
        return leaving;
    }

    /** Whether this replica leaves and another is there. */
    boolean isRelieved() {
        return leaving && relieved;
    }

    /** Says something to the database until it is heard, or nothing in that name counts any more. */
    void insist(String owner, Runnable statement) {
        boolean heard = false;
        while (!heard && holds(owner) && !Thread.currentThread().isInterrupted()) {
            try {
                statement.run();
                heard = true;
            } catch (RuntimeException unavailable) {
                LOG.debugf("not heard yet: %s", unavailable.toString());
                if (!rested()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Gives back everything. Afterwards this replica holds nothing and claims nothing. */
    int resign() {
        stopping = true;
        renewer.interrupt();
        watch.interrupt();
        return writers.resign(owner());
    }

    private interface Turn {
        void take() throws InterruptedException;
    }

    private void loop(Turn turn) {
        while (!stopping) {
            try {
                turn.take();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unavailable) {
                if (stopping) {
                    return;
                }
                LOG.warnf("lease not renewed, trying again: %s", unavailable.toString());
                if (!rested()) {
                    return;
                }
            }
        }
    }

    /** Renewed three times before it would run out. */
    private void renew() throws InterruptedException {
        Term before = term;
        if (before.isHeld() && before.isOver()) {
            lapse(before);
        }
        Term current = term;
        long asked = System.nanoTime();
        Term next = current.isLapsed() ? Term.begun() : current;
        writers.renew(next.owner(), lease);
        // A term that lapsed while it was being renewed stays lapsed: its writers were stopped.
        replace(current, next.until(asked + lease.toNanos() * 3 / 4));
        if (writers.freeTheDead() > 0 || !current.isHeld()) {
            wake.run();
        }
        Thread.sleep(quarter());
    }

    private synchronized boolean replace(Term before, Term after) {
        boolean same = term.equals(before);
        term = same ? after : term;
        return same;
    }

    private boolean rested() {
        try {
            Thread.sleep(quarter());
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private Duration quarter() {
        return lease.dividedBy(4);
    }

    private void watch() throws InterruptedException {
        Term watched = term;
        long left = watched.end() - System.nanoTime();
        if (watched.isHeld() && left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        } else if (watched.isHeld()) {
            lapse(watched);
        } else {
            Thread.sleep(quarter());
        }
    }

    private void lapse(Term watched) {
        if (replace(watched, watched.lapsed())) {
            LOG.warnf("lease of %s ran out, its writers are stopped", watched.owner());
            lapsed.run();
        }
    }
}
