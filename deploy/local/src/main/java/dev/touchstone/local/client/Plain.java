package dev.touchstone.local.client;

/**
 * Makes text harmless for terminals and logs. What would move the cursor, colour, hide or turn text round is shown as its
 * number instead.
 */
final class Plain {

    private static final int FIRST_WIDE = 0x1100;

    private Plain() {
    }

    /** One line of text. */
    static String text(String hostile) {
        StringBuilder plain = new StringBuilder(hostile.length());
        hostile.codePoints().forEach(point -> {
            if (point == '\n' || point == '\r' || point == '\t') {
                plain.append(' ');
            } else if (isHarmless(point)) {
                plain.appendCodePoint(point);
            } else {
                plain.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
        });
        return plain.toString();
    }

    /** At most so many columns of it. */
    static String fit(String hostile, int columns) {
        String plain = text(hostile);
        StringBuilder fitting = new StringBuilder();
        int used = 0;
        for (int point : plain.codePoints().toArray()) {
            used += isWide(point) ? 2 : 1;
            if (used >= columns && fitting.length() + Character.charCount(point) < plain.length()) {
                return fitting.append('…').toString();
            }
            fitting.appendCodePoint(point);
        }
        return fitting.toString();
    }

    /** JSON with the same things escaped. They occur in its strings only, where an escape means the same. */
    static String json(String json) {
        StringBuilder plain = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (isHarmless(point) || point == '\n') {
                plain.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    plain.append("\\u%04x".formatted((int) unit));
                }
            }
        });
        return plain.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
                false;
            default -> true;
        };
    }

    /** Roughly: what East Asian fonts and emoji take two columns for. Too much is cut rather than too little. */
    private static boolean isWide(int point) {
        return point >= FIRST_WIDE && (point < 0x2000 || point >= 0x2e80);
    }
}
