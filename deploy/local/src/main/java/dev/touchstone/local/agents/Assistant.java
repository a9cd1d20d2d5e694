package dev.touchstone.local.agents;

import java.util.Optional;

/** Answers harmless questions. It has no guard of its own. */
final class Assistant {

    private final Knowledge knowledge;
    private final Phrasebook phrasebook;

    Assistant(Knowledge knowledge, Phrasebook phrasebook) {
        this.knowledge = knowledge;
        this.phrasebook = phrasebook;
    }

    static Assistant load() {
        return new Assistant(Knowledge.load(), Phrasebook.load());
    }

    String answer(String question) {
        Speech speech = Speech.of(question);
        return known(question, speech).orElseGet(() -> SmallTalk.answer(question, speech));
    }

    /** What it knows, without the general answers. */
    Optional<String> known(String question, Speech speech) {
        return phrasebook.answer(question, speech)
                .or(() -> Arithmetic.answer(question, speech))
                .or(() -> knowledge.answer(question, speech));
    }
}
