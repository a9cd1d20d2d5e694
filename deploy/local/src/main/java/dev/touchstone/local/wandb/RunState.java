package dev.touchstone.local.wandb;

import java.util.Locale;

/** Where a run stands. */
enum RunState {
    RUNNING,
    FINISHED,
    FAILED,
    /** It said nothing for too long and never said that it was over. */
    CRASHED;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
