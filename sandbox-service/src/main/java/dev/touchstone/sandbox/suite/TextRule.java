package dev.touchstone.sandbox.suite;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a text of a suite may be. No text holds a control character, or a mark that would show a line in another order than it
 * is sent: who reviews a suite must see what it says.
 *
 * @param longest in UTF-16 units
 * @param form the whole text must match it; null where anything may be said
 * @param kind the form in words, such as {@code a licence}
 */
record TextRule(int longest, boolean severalLines, @Nullable Pattern form, String kind) {

    static TextRule lines(int longest) {
        return new TextRule(longest, true, null, "a text");
    }

    static TextRule line(int longest) {
        return new TextRule(longest, false, null, "a line of text");
    }

    static TextRule form(int longest, String regex, String kind) {
        return new TextRule(longest, false, Pattern.compile(regex), kind);
    }

    /** Null where nothing is wrong. */
    @Nullable
    String faultOf(String text) {
        if (text.isBlank()) {
            return "is empty";
        }
        if (text.length() > longest) {
            return "has " + text.length() + " characters; at most " + longest + " are allowed";
        }
        if (text.codePoints().anyMatch(this::isForbidden)) {
            return severalLines ? "holds a control character, a direction mark or half a character"
                    : "holds a line break, a control character, a direction mark or half a character";
        }
        return form == null || form.matcher(text).matches() ? null : "is not " + kind;
    }

    private boolean isForbidden(int codePoint) {
        if (codePoint == '\n' || codePoint == '\t') {
            return !severalLines;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> turnsDirection(codePoint);
        };
    }

    private static boolean turnsDirection(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING, Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING, Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT, Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE, Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
                true;
            default -> codePoint == 0x200E || codePoint == 0x200F || codePoint == 0x061C;
        };
    }
}
