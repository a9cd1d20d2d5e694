package dev.touchstone.telemetry.sender;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.evidence.Upload;

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

    /** Put into the run what an event brought besides its line. */
    record Put(Upload upload) implements Step {
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
     * @param beat when the run is to be kept alive, if nothing comes before; null where it need not be
     */
    record Rest(@Nullable Instant until, @Nullable Instant beat) implements Step {

        Progress in(Progress progress) {
            return until != null ? progress.dueAt(until) : progress.beatAt(beat);
        }
    }
}
