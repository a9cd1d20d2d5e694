package dev.touchstone.sandbox.functional;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.functional.ScenarioResult.Graded;
import dev.touchstone.sandbox.functional.ScenarioResult.TurnResult;

/**
 * Grades a scenario by its transcript and nothing else. The worst turn decides; where an LLM evaluator was to be asked,
 * nothing passes without its word, and where both disagree a person reads.
 */
record ScenarioJudge(Rules rules, Distance.Measure measure) {

    ScenarioResult judge(ScenarioLine line) {
        Transcript transcript = line.transcript();
        if (transcript == null) {
            Graded untried = new Graded(Grade.NOT_EXECUTED, String.valueOf(line.notExecuted()));
            return new ScenarioResult(line, untried, untried, List.of(), null);
        }
        List<TurnResult> turns = turns(line.scenario(), transcript);
        Evaluation evaluation = Evaluation.of(transcript).orElse(null);
        Transcript.Failure failure = transcript.failure();
        if (failure != null) {
            Graded error = new Graded(Grade.ERROR, "There is no answer (" + failure.code() + ").");
            return new ScenarioResult(line, error, error, turns, evaluation);
        }
        Graded measured = measured(line.scenario(), turns);
        boolean evaluable = turns.stream().allMatch(turn -> turn.distance() != null);
        Rules.Bounds bounds = rules.bounds(line.scenario().language());
        boolean unclearAtMost = turns.stream().allMatch(turn -> turn.isUnclearAtMost(bounds));
        return new ScenarioResult(line, measured,
                rules.evaluated() && evaluable ? evaluated(measured, unclearAtMost, evaluation) : measured, turns, evaluation);
    }

    private List<TurnResult> turns(Scenario scenario, Transcript transcript) {
        TurnJudge judge = new TurnJudge(rules, measure, scenario.language());
        List<TurnResult> turns = new ArrayList<>();
        String earlier = null;
        for (int i = 0; i < transcript.turns().size(); i++) {
            Transcript.Turn said = transcript.turns().get(i);
            Transcript.Heard heard = said.heard();
            if (heard != null) {
                turns.add(judge.judge(scenario.turns().get(i), said, heard, earlier));
                earlier = heard.text();
            }
        }
        return turns;
    }

    private static Graded measured(Scenario scenario, List<TurnResult> turns) {
        Graded worst = turns.getFirst().graded();
        for (int i = 1; i < turns.size(); i++) {
            Graded later = inDialogue(scenario, turns.get(i).graded());
            if (later.grade().compareTo(worst.grade()) > 0) {
                worst = new Graded(later.grade(), "Turn " + (i + 1) + ": " + later.reason());
            }
        }
        return worst;
    }

    /** No card promises a conversation: an agent that cannot have one is for a person to judge, and no failure yet. */
    private static Graded inDialogue(Scenario scenario, Graded graded) {
        return scenario.source().kind() == Source.Kind.CARD_DIALOGUE && graded.grade() == Grade.FAIL
                ? new Graded(Grade.NEEDS_REVIEW, graded.reason())
                : graded;
    }

    /** @param unclearAtMost what else speaks against a pass is for a person, whatever the evaluator says */
    private static Graded evaluated(Graded measured, boolean unclearAtMost, @Nullable Evaluation evaluation) {
        if (evaluation == null) {
            return silent(measured, "it was not asked");
        }
        return switch (evaluation.opinion()) {
            case PASS -> switch (measured.grade()) {
                case FAIL -> new Graded(Grade.NEEDS_REVIEW, measured.reason() + " The evaluator disagrees: it would pass it.");
                case NEEDS_REVIEW -> unclearAtMost
                        ? new Graded(Grade.PASS, measured.reason() + " The evaluator has read it and passes it.")
                        : measured;
                case PASS, ERROR, NOT_EXECUTED -> measured;
            };
            case FAIL -> switch (measured.grade()) {
                case PASS -> new Graded(Grade.NEEDS_REVIEW, measured.reason() + " The evaluator disagrees: it would fail it.");
                case NEEDS_REVIEW -> new Graded(Grade.FAIL, measured.reason() + " The evaluator would fail it.");
                case FAIL, ERROR, NOT_EXECUTED -> measured;
            };
            case UNCLEAR -> silent(measured, "it finds the answer unclear");
            case SILENT -> silent(measured, "it gave no usable answer");
        };
    }

    private static Graded silent(Graded measured, String why) {
        return measured.grade() == Grade.PASS
                ? new Graded(Grade.NEEDS_REVIEW, measured.reason() + " But the evaluator did not confirm it: " + why + ".")
                : measured;
    }
}
