package dev.touchstone.judge.questions.proposed;

import java.util.List;

import dev.touchstone.judge.questions.Draft;

/**
 * What came of asking a model for questions.
 *
 * @param remarks why there are none, or fewer than it proposed, in words for people
 */
public record Proposed(List<Draft> drafts, List<String> remarks) {

    static final Proposed NONE = new Proposed(List.of(), List.of());

    public Proposed {
        drafts = List.copyOf(drafts);
        remarks = List.copyOf(remarks);
    }

    static Proposed nothing(String why) {
        return new Proposed(List.of(), List.of("A model was to propose questions and did not: " + why + "."));
    }
}
