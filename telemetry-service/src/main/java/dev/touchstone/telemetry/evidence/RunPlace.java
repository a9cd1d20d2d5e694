package dev.touchstone.telemetry.evidence;

import java.util.UUID;

import dev.touchstone.events.WandbRun;

/**
 * A run as W&amp;B has it.
 *
 * @param named as its submission names it
 * @param entity as W&amp;B names it
 * @param project as W&amp;B names it
 * @param firstStep the step of the history's line 0
 */
public record RunPlace(UUID submissionId, WandbRun named, String entity, String project, long firstStep) {

    String wandbId() {
        return named.wandbId();
    }
}
