package dev.touchstone.judge.questions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The languages that there are question templates and phrase lists for. Any other text is asked about in English. */
public enum Language {

    ENGLISH("en"),
    JAPANESE("ja");

    /** Answers quote names in the other script, so that one foreign word must not decide. */
    private static final double MOSTLY = 0.2;

    private final String key;

    Language(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    @JsonCreator
    static Language of(String key) {
        return JAPANESE.key.equals(key) ? JAPANESE : ENGLISH;
    }

    /** What a text is written in, by its script: a fifth of Japanese letters makes it Japanese. */
    public static Language ofText(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long japanese = text.codePoints().filter(Language::isJapanese).count();
        return japanese > 0 && japanese >= letters * MOSTLY ? JAPANESE : ENGLISH;
    }

    private static boolean isJapanese(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HIRAGANA, KATAKANA, HAN -> true;
            default -> false;
        };
    }
}
