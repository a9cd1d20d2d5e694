package dev.touchstone.sandbox.attempt.llm;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Marks what others wrote as data: one JSON string on one line, between two lines that its author could not foresee. Line
 * ends, controls and characters that nobody sees are escapes in it, so that it can neither end the fence nor hide words.
 *
 * @param boundary made for one question
 */
public record Fence(String boundary) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    public static Fence random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Fence(HexFormat.of().formatHex(bytes));
    }

    /** The text between the fence's lines. */
    public String around(String text) {
        StringBuilder fenced = new StringBuilder("BEGIN-").append(boundary).append("\n\"");
        text.codePoints().forEach(each -> append(fenced, each));
        return fenced.append("\"\nEND-").append(boundary).toString();
    }

    private static void append(StringBuilder fenced, int codePoint) {
        switch (codePoint) {
            case '"' -> fenced.append("\\\"");
            case '\\' -> fenced.append("\\\\");
            case '\n' -> fenced.append("\\n");
            default -> {
                if (isSeen(codePoint)) {
                    fenced.appendCodePoint(codePoint);
                } else {
                    escape(fenced, codePoint);
                }
            }
        }
    }

    private static boolean isSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static void escape(StringBuilder fenced, int codePoint) {
        for (char unit : Character.toChars(codePoint)) {
            fenced.append("\\u").append(HexFormat.of().toHexDigits(unit));
        }
    }
}
