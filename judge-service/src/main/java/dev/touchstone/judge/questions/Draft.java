package dev.touchstone.judge.questions;

import org.jspecify.annotations.Nullable;

/** A question that could be asked, before it is decided which are; {@link Question} tells what the members are. */
public record Draft(Perspective perspective, Language language, String text, Expectation expectation, String topic,
        Provenance provenance, @Nullable Reference reference, @Nullable Recorded recorded) {

    /** One that the agent is to be asked, and that no answer is known to. */
    public static Draft open(Wording wording, String topic, Provenance provenance) {
        return new Draft(wording.perspective(), wording.language(), wording.text(), wording.expectation(), topic, provenance,
                null, null);
    }

    /** What is asked, from where it looks at the agent, and what a good agent does with it. */
    public record Wording(Perspective perspective, Language language, String text, Expectation expectation) {
    }

    Draft expecting(@Nullable Reference known) {
        return new Draft(perspective, language, text, expectation, topic, provenance, known, recorded);
    }

    Question numbered(int number) {
        return new Question(perspective.key() + "-" + number, perspective, language, text, expectation, topic, provenance,
                reference, recorded);
    }
}
