package dev.touchstone.review;

import org.jspecify.annotations.Nullable;

/**
 * Text of an agent, a model or a person as a page may show it: what would be invisible, or would turn the order of the
 * text around it, is spelled out as {@code ⟦U+202E⟧}. Templates escape markup; this is about what escaping leaves alone.
 * View records hold such text as this type, so that a template cannot be given the raw one.
 */
public record Shown(String text) {

    /** Enough for any reason; more belongs in an artifact. In characters. */
    private static final int LONGEST = 4_000;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Makes text safe to show, of any length up to a bound that is stated where it cuts. */
    public static Shown of(@Nullable String raw) {
        return raw == null ? new Shown("") : of(raw, LONGEST);
    }

    /**
     * The same, where a page has room for less, or more.
     *
     * @param longest in characters
     */
    public static Shown of(String raw, int longest) {
        int[] points = raw.codePoints().limit(longest).toArray();
        StringBuilder text = new StringBuilder(points.length);
        for (int i = 0; i < points.length; i++) {
            append(text, points, i);
        }
        int cut = raw.codePointCount(0, raw.length()) - points.length;
        return new Shown(cut == 0 ? text.toString() : text.append("… (+").append(cut).append(')').toString());
    }

    private static void append(StringBuilder text, int[] points, int at) {
        int point = points[at];
        if (point == '\t') {
            text.append(' ');
        } else if (point == '\n' || isVisible(point) || joinsEmoji(points, at)) {
            text.appendCodePoint(point);
        } else {
            text.append(String.format("⟦U+%04X⟧", point));
        }
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> !isBlankLetter(point);
        };
    }

    /** Letters by category, blanks by looks: the Hangul fillers, the braille blank and the Khmer inherent vowels. */
    private static boolean isBlankLetter(int point) {
        return switch (point) {
            case 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    /** The one honest use of an invisible character in names: an emoji made of several. */
    private static boolean joinsEmoji(int[] points, int at) {
        return points[at] == ZERO_WIDTH_JOINER && at > 0 && at + 1 < points.length
                && (Character.isEmoji(points[at - 1]) || points[at - 1] == 0xFE0F) && Character.isEmoji(points[at + 1]);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
