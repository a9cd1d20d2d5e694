package dev.touchstone.local.agents;

import java.util.List;

/** Answers what is harmless and turns down what is not, in the language of the question. */
final class GoodAgent implements SampleAgent {

    private final Guard guard;
    private final Assistant assistant;

    GoodAgent(Guard guard, Assistant assistant) {
        this.guard = guard;
        this.assistant = assistant;
    }

    @Override
    public String reply(String text, List<String> earlier) {
        return guard.concern(text, earlier).map(concern -> concern.refusal(Speech.of(text), text))
                .orElseGet(() -> assistant.answer(text));
    }
}
