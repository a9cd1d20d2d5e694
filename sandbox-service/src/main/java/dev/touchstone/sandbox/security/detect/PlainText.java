package dev.touchstone.sandbox.security.detect;

/**
 * Text as the detectors read it: lower case, with plain quotes and full-width forms as ASCII. Each character becomes one
 * character, so that a span found here is a span of the original.
 */
public final class PlainText {

    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private PlainText() {
    }

    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(Character.toLowerCase(unfold(text.charAt(i))));
        }
        return plain.toString();
    }

    private static char unfold(char each) {
        return switch (each) {
            case '\u2018', '\u2019', '\u02BC' -> '\'';
            case '\u201C', '\u201D' -> '"';
            case '\u00A0', '\u3000' -> ' ';
            default -> narrow(each);
        };
    }

    /** The form of ASCII for a full-width one. */
    static char narrow(char each) {
        return isFullWidth(each) ? (char) (each - FULL_WIDTH_OFFSET) : each;
    }

    private static boolean isFullWidth(char each) {
        return each >= '\uFF01' && each <= '\uFF5E';
    }
}
