package dev.touchstone.local.llm;

import java.util.Arrays;
import java.util.Optional;

/** The models of the host: the same script, with other demands. Two of them give a panel that need not be of one mind. */
enum Manner {

    /** Content with an answer that stays with its subject. */
    EASY("scripted-judge-1", 1, 16),
    /** Wants more of the subject's words, and more of an answer. */
    STRICT("scripted-judge-2", 2, 40);

    private final String model;
    private final int wordsWanted;
    private final int charactersWanted;

    Manner(String model, int wordsWanted, int charactersWanted) {
        this.model = model;
        this.wordsWanted = wordsWanted;
        this.charactersWanted = charactersWanted;
    }

    static Optional<Manner> of(String model) {
        return Arrays.stream(values()).filter(manner -> manner.model.equals(model)).findFirst();
    }

    String model() {
        return model;
    }

    /** How many words of the question and of the card an answer has to share to be about its subject. */
    int wordsWanted() {
        return wordsWanted;
    }

    /** A shorter answer leaves something open. */
    int charactersWanted() {
        return charactersWanted;
    }
}
