package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

import dev.touchstone.sandbox.Span;

/**
 * The letters and digits of a text without what stands between them, so that a word is found however it is split, and
 * where each of them stood.
 */
final class Letters {

    private final String text;
    private final int[] positions;

    private Letters(String text, int[] positions) {
        this.text = text;
        this.positions = positions;
    }

    /** Lower-case letters and digits. */
    static Letters of(String text) {
        return keep(PlainText.of(text), each -> (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9'));
    }

    /** What Base64 is written with, in its case, across line breaks. */
    static Letters base64Of(String text) {
        return keep(text, each -> each > ' ' && each < 127);
    }

    private static Letters keep(String text, IntPredicate kept) {
        StringBuilder letters = new StringBuilder();
        int[] positions = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (kept.test(text.charAt(i))) {
                positions[letters.length()] = i;
                letters.append(text.charAt(i));
            }
        }
        return new Letters(letters.toString(), Arrays.copyOf(positions, letters.length()));
    }

    /** Where in the original the word stands. */
    List<Span> find(String code, String word) {
        List<Span> found = new ArrayList<>();
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            found.add(new Span(code, positions[at], positions[at + word.length() - 1] + 1));
        }
        return found;
    }
}
