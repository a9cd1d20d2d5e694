package dev.touchstone.telemetry;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunStateCause;

/**
 * How a run is kept, as people are told. The cases are where its rows are: at W&amp;B, here until W&amp;B takes them, or in a
 * directory that somebody uploads. Each case has only the ways out that there are: what was behind or offline is online only
 * by catching up, and nothing is online twice.
 */
public sealed interface Standing {

    /** For programs. */
    RunStateCause cause();

    /** For people. */
    String reason();

    /** Since when it is so, for this cause. */
    Instant since();

    /** W&amp;B does not take what waits. */
    default CatchingUp late(Lateness why, String reason, Instant at) {
        return new CatchingUp(why, reason, at);
    }

    /** There is nobody to send to. */
    default Offline cutOff(Absence why, String reason, Instant at) {
        return new Offline(why, reason, at);
    }

    /**
     * The same before anything was tried.
     *
     * @param before null where nothing was
     */
    static CatchingUp lateAfter(@Nullable Standing before, Lateness why, String reason, Instant at) {
        return before == null ? new CatchingUp(why, reason, at) : before.late(why, reason, at);
    }

    /**
     * The same before anything was tried.
     *
     * @param before null where nothing was
     */
    static Offline cutOffAfter(@Nullable Standing before, Absence why, String reason, Instant at) {
        return before == null ? new Offline(why, reason, at) : before.cutOff(why, reason, at);
    }

    /** W&amp;B takes what it is sent. */
    record Online(String reason, Instant since) implements Standing {

        @Override
        public RunStateCause cause() {
            return RunStateCause.REACHABLE;
        }

        /** The same with more to say of it, as that somebody pressed stop. */
        public Online saying(String newReason) {
            return new Online(newReason, since);
        }
    }

    /** Rows wait here. */
    record CatchingUp(Lateness why, String reason, Instant since) implements Standing {

        @Override
        public RunStateCause cause() {
            return why.cause;
        }

        /**
         * Another reason for the same cause is told only where a person has to read it: a server that is away says so in
         * many words, and each try would be news.
         */
        @Override
        public CatchingUp late(Lateness newWhy, String newReason, Instant at) {
            if (newWhy != why) {
                return new CatchingUp(newWhy, newReason, at);
            }
            return why.passes ? this : new CatchingUp(why, newReason, since);
        }

        /** All that waited was sent. */
        public Online caughtUp(String newReason, Instant at) {
            return new Online(newReason, at);
        }
    }

    /** The rows are in a directory. */
    record Offline(Absence why, String reason, Instant since) implements Standing {

        @Override
        public RunStateCause cause() {
            return why.cause;
        }

        @Override
        public Offline cutOff(Absence newWhy, String newReason, Instant at) {
            return new Offline(newWhy, newReason, newWhy == why ? since : at);
        }
    }

    /** Why rows wait. */
    enum Lateness {

        UNREACHABLE(RunStateCause.UNREACHABLE, true),
        RATE_LIMITED(RunStateCause.RATE_LIMITED, true),
        KEY_REFUSED(RunStateCause.KEY_REFUSED, false),
        NOT_PERMITTED(RunStateCause.NOT_PERMITTED, false),
        REFUSED(RunStateCause.REFUSED, false),
        CONFLICT(RunStateCause.CONFLICT, false),
        BEHIND(RunStateCause.BEHIND, true);

        private final RunStateCause cause;
        private final boolean passes;

        Lateness(RunStateCause cause, boolean passes) {
            this.cause = cause;
            this.passes = passes;
        }

        /** As programs are told. */
        public RunStateCause cause() {
            return cause;
        }
    }

    /** Why nobody is sent to. */
    enum Absence {

        NO_KEY(RunStateCause.NO_KEY),
        OTHER_SERVER(RunStateCause.OTHER_SERVER),
        UNWRITABLE(RunStateCause.UNWRITABLE);

        private final RunStateCause cause;

        Absence(RunStateCause cause) {
            this.cause = cause;
        }
    }
}
