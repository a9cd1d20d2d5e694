package dev.touchstone.sandbox.functional;

import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a later answer of a conversation goes on from the one before it, as far as that can be measured. */
enum Progress {

    /** Nothing speaks against it. */
    FOLLOWS,
    /** It is the earlier answer again. */
    REPEATS,
    /** It has not the form that was asked for. */
    BREAKS_FORM;

    private static final Pattern SENTENCE = Pattern.compile("[.!?](?=\\s|$)|[。！？]|\\n+");
    /** A greeting or a closing word is no second sentence of the matter. */
    private static final int SENTENCES_OF_ONE = 2;

    @JsonValue
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Progress between(String earlier, String later, Aim aim) {
        boolean again = letters(earlier).equals(letters(later));
        return switch (aim) {
            case TOPIC, ANSWER -> again ? REPEATS : FOLLOWS;
            // What was one sentence already cannot be made shorter.
            case SHORTER -> sentences(earlier) <= 1 ? FOLLOWS : again ? REPEATS : form(earlier, later);
        };
    }

    private static Progress form(String earlier, String later) {
        return later.length() < earlier.length() && sentences(later) <= SENTENCES_OF_ONE ? FOLLOWS : BREAKS_FORM;
    }

    private static long sentences(String text) {
        return SENTENCE.splitAsStream(text).filter(each -> !letters(each).isEmpty()).count();
    }

    /** All that is no punctuation, in one case. */
    static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
