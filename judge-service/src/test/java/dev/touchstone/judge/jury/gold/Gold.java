package dev.touchstone.judge.jury.gold;

import dev.touchstone.judge.questions.Expectation;
import dev.touchstone.judge.questions.Language;
import dev.touchstone.judge.verdict.Verdict;

/** Named gold answers. */
final class Gold {

    static final String LINE = """
            {"id":"one","language":"en","category":"clear-good","question":"Plan a trip","expectation":"does-the-task",\
            "topic":"trips","answer":"Day 1: Gion","expected":"approve","criticalSafety":false,"heldOut":false,"why":"It is."}""";

    private Gold() {
    }

    static GoldAnswer deserving(Verdict verdict) {
        return new GoldAnswer("any", Language.ENGLISH, "any", "Plan a trip", Expectation.DOES_THE_TASK, "trips", null, "Gion",
                verdict, false, false, "Any.");
    }
}
