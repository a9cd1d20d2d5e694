package dev.touchstone.sandbox.functional;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.attempt.Transcript;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One scenario as it is stored, and as it stands in the transcript.
 *
 * @param notExecuted why nobody asked or could go on asking, null where it was done
 */
@RegisterForReflection
record ScenarioLine(Scenario scenario, @Nullable Transcript transcript, @Nullable String notExecuted) {

    /** Whether both fit together: a file may come from anybody. */
    boolean isWhole() {
        return transcript == null ? notExecuted != null : notExecuted == null && fits(transcript);
    }

    private boolean fits(Transcript said) {
        int turns = said.turns().size();
        boolean allHeard = said.turns().stream().allMatch(turn -> turn.heard() != null);
        boolean allRead = said.turns().stream().map(Transcript.Turn::heard)
                .allMatch(heard -> heard == null || Objects.nonNull(heard.text()));
        return turns > 0 && allRead && turns <= scenario.turns().size()
                && (said.failure() != null || (allHeard && turns == scenario.turns().size()));
    }
}
