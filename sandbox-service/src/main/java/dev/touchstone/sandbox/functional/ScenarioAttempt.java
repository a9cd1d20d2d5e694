package dev.touchstone.sandbox.functional;

import java.util.Optional;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.attempt.Transcript;

/** Tries one scenario. */
record ScenarioAttempt(ScenarioTalk talk) {

    /** Empty if the budget ended before the scenario did: that says nothing of the agent. */
    Optional<ScenarioLine> at(Scenario scenario) throws InterruptedException {
        Transcript transcript = talk.about(scenario);
        Transcript.Failure failure = transcript.failure();
        return failure != null && failure.code().equals(FailureCode.BUDGET.code()) ? Optional.empty()
                : Optional.of(new ScenarioLine(scenario, transcript, null));
    }
}
