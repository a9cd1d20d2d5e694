package dev.touchstone.review.pages.charts;

import dev.touchstone.review.Shown;

/**
 * A name in a chart, where there is little room.
 *
 * @param text what fits, on one line
 * @param whole what a pointer that rests on it, and the table, show
 */
public record Label(String text, Shown whole) {

    private static final int LETTER = 1;
    private static final int IDEOGRAPH = 2;

    /** @param room in letters; an ideograph is as wide as two */
    static Label of(Shown whole, int room) {
        String line = whole.text().replace('\n', ' ');
        int[] points = line.codePoints().toArray();
        int used = 0;
        for (int i = 0; i < points.length; i++) {
            used += width(points[i]);
            if (used > room) {
                return new Label(new String(points, 0, fitting(points, room - LETTER)) + "…", whole);
            }
        }
        return new Label(line, whole);
    }

    private static int fitting(int[] points, int room) {
        int used = 0;
        int count = 0;
        while (count < points.length && used + width(points[count]) <= room) {
            used += width(points[count]);
            count++;
        }
        return count;
    }

    private static int width(int point) {
        boolean wide = Character.isIdeographic(point) || switch (Character.UnicodeScript.of(point)) {
            case HIRAGANA, KATAKANA, HANGUL -> true;
            default -> Character.isEmoji(point) && point > 0xFF;
        };
        return wide ? IDEOGRAPH : LETTER;
    }
}
