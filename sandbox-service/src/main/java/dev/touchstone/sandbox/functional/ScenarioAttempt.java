package dev.touchstone.sandbox.functional;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.functional.ScenarioResult.TurnResult;

/**
 * Tries one scenario: asks the agent, and then, where that may change something, the evaluator.
 *
 * @param judge without the evaluator's word
 * @param questions how often the evaluator may still be asked in this attempt
 * @param scarce whether that is less than there are scenarios; then it is not asked whether a failure might be none
 */
record ScenarioAttempt(ScenarioTalk talk, Evaluator evaluator, ScenarioJudge judge, AtomicInteger questions, boolean scarce) {

    /** Empty if the budget ended before the scenario did: that says nothing of the agent. */
    Optional<ScenarioLine> at(Scenario scenario) throws InterruptedException {
        Transcript transcript = talk.about(scenario);
        Transcript.Failure failure = transcript.failure();
        if (failure != null && failure.code().equals(FailureCode.BUDGET.code())) {
            return Optional.empty();
        }
        return Optional.of(new ScenarioLine(scenario, evaluated(scenario, transcript), null));
    }

    private Transcript evaluated(Scenario scenario, Transcript transcript) throws InterruptedException {
        if (!evaluator.configured() || !mayMatter(new ScenarioLine(scenario, transcript, null))) {
            return transcript;
        }
        List<Transcript.Assessment> assessments = questions.getAndUpdate(left -> Math.max(left - 1, 0)) > 0
                ? evaluator.assess(scenario, transcript)
                : List.of(evaluator.notAsked("The attempt has used up its questions to the evaluator."));
        return new Transcript(transcript.turns(), transcript.failure(), assessments);
    }

    /** Nobody has to read an answer that is empty, refuses or only repeats the question. */
    private boolean mayMatter(ScenarioLine line) {
        ScenarioResult measured = judge.judge(line);
        return measured.failure() == null && measured.turns().stream().map(TurnResult::distance).noneMatch(each -> each == null)
                && !(scarce && measured.measured().grade() == Grade.FAIL);
    }
}
