package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.List;

import dev.touchstone.sandbox.Span;

/** Looks for words however they are spaced, written or dressed up, but not inside of longer words. */
final class Markers {

    private Markers() {
    }

    static List<Span> find(String code, List<String> markers, String text) {
        Traced letters = Traced.lettersOf(text);
        List<Span> found = new ArrayList<>();
        for (String marker : markers) {
            String wanted = Folding.of(marker);
            for (int at = wanted.isEmpty() ? -1 : letters.text().indexOf(wanted); at >= 0; at = letters.text().indexOf(wanted,
                    at + wanted.length())) {
                Span span = letters.span(code, at, at + wanted.length());
                if (isWhole(span, text)) {
                    found.add(span);
                }
            }
        }
        return found;
    }

    /** Only words of an alphabet have edges to be seen: "rules off" is not in "rules offer", but 玄武岩 is in 玄武岩です. */
    private static boolean isWhole(Span span, String text) {
        return !(span.start() > 0 && joins(text.charAt(span.start() - 1), text.charAt(span.start())))
                && !(span.end() < text.length() && joins(text.charAt(span.end() - 1), text.charAt(span.end())));
    }

    private static boolean joins(char left, char right) {
        return isAlphabetic(left) && isAlphabetic(right);
    }

    private static boolean isAlphabetic(char each) {
        return each < 0x250 && Character.isLetterOrDigit(each);
    }
}
