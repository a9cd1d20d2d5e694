package dev.touchstone.judge.jury.panel;

import java.util.HexFormat;

/**
 * Marks hostile text as data: one JSON string on one line between two lines that its author cannot foresee. What could
 * look like markup, a fence or an invisible instruction is written as an escape.
 *
 * @param boundary from {@link Seed}
 */
public record Fence(String boundary) {

    public String around(String text) {
        StringBuilder data = new StringBuilder("BEGIN-").append(boundary).append("\n\"");
        text.codePoints().forEach(codePoint -> append(data, codePoint));
        return data.append("\"\nEND-").append(boundary).toString();
    }

    private static void append(StringBuilder data, int codePoint) {
        switch (codePoint) {
            case '"' -> data.append("\\\"");
            case '\\' -> data.append("\\\\");
            case '\n' -> data.append("\\n");
            case '\t' -> data.append("\\t");
            case '<', '>', '`' -> escape(data, codePoint);
            default -> {
                if (isVisible(codePoint)) {
                    data.appendCodePoint(codePoint);
                } else {
                    escape(data, codePoint);
                }
            }
        }
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static void escape(StringBuilder data, int codePoint) {
        for (char unit : Character.toChars(codePoint)) {
            data.append("\\u").append(HexFormat.of().toHexDigits(unit));
        }
    }
}
