package dev.touchstone.local.wandb.runs;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
    /** Put back to be run again. */
    PENDING,
    RUNNING,
    /** It said that it may be suspended. */
    PREEMPTING,
    /** It said so, and then nothing for too long. */
    PREEMPTED,
    FINISHED,
    FAILED,
    /** It said nothing for too long and never said that it was over. */
    CRASHED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
