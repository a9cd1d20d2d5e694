package dev.touchstone.sandbox.functional;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text in one form of its characters (NFKC). Of a row of accents on one letter only as many are kept as Unicode's stream-safe
 * text format allows (UAX #15): composing takes time that grows with the square of the row.
 */
final class Folded {

    private static final Pattern ROW = Pattern.compile("(\\p{M}{30})\\p{M}++");

    private Folded() {
    }

    static String of(String text) {
        return Normalizer.normalize(ROW.matcher(text).replaceAll("$1"), Normalizer.Form.NFKC);
    }
}
