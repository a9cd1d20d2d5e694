package dev.touchstone.telemetry.sender;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What a run's writer does next. Each is one short piece of work, after which what is stored says what comes then. */
sealed interface Step {

    /** Create the run, tell W&amp;B what changed of it, or resume it. */
    record Register() implements Step {
    }

    /**
     * Send lines and the summary.
     *
     * @param finish whether the run is over once all lines are there
     */
    record Stream(boolean finish) implements Step {
    }

    /** Say that the writer is alive. */
    record Heartbeat() implements Step {
    }

    /** Write the offline directory anew. */
    record WriteDirectory() implements Step {
    }

    /**
     * Do nothing.
     *
     * @param until null where nothing is in sight
     */
    record Rest(@Nullable Instant until) implements Step {
    }
}
