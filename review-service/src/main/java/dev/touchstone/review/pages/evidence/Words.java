package dev.touchstone.review.pages.evidence;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text as what a reader compares: words and what is between them. Japanese has no blanks between words, so each of its
 * characters
 * stands alone there; what belongs to one character stays with it.
 */
final class Words {

    private Words() {
    }

    /** Put together again they are the text. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : split(text, BreakIterator.getWordInstance(Locale.ROOT))) {
            if (word.codePoints().anyMatch(Words::isWrittenWithoutBlanks)) {
                words.addAll(split(word, BreakIterator.getCharacterInstance(Locale.ROOT)));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static List<String> split(String text, BreakIterator boundaries) {
        List<String> parts = new ArrayList<>();
        boundaries.setText(text);
        int from = boundaries.first();
        for (int to = boundaries.next(); to != BreakIterator.DONE; to = boundaries.next()) {
            parts.add(text.substring(from, to));
            from = to;
        }
        return parts;
    }

    private static boolean isWrittenWithoutBlanks(int point) {
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
