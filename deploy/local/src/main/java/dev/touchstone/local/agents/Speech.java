package dev.touchstone.local.agents;

/** The languages of the samples. An answer is given in the language of the question. */
enum Speech {
    ENGLISH,
    JAPANESE;

    static Speech of(String text) {
        boolean japanese = text.codePoints().mapToObj(Character.UnicodeScript::of)
                .anyMatch(script -> script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA
                        || script == Character.UnicodeScript.HAN);
        return japanese ? JAPANESE : ENGLISH;
    }

    String choose(String english, String japanese) {
        return switch (this) {
            case ENGLISH -> english;
            case JAPANESE -> japanese;
        };
    }
}
