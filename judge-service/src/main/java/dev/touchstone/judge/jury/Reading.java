package dev.touchstone.judge.jury;

/**
 * A text as it is searched, and where in the original each of its characters is from: what is found in it can be pointed at
 * and hidden there. Never longer than the original.
 */
final class Reading {

    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private final StringBuilder text;
    private final int[] starts;
    private final int[] ends;

    Reading(int most) {
        this.text = new StringBuilder(most);
        this.starts = new int[most];
        this.ends = new int[most];
    }

    /**
     * As a reader sees it: full-width forms as ASCII, one sort of apostrophe, quotation mark, hyphen and space, and nothing
     * that
     * cannot be seen.
     */
    static Reading visible(String original) {
        Reading reading = new Reading(original.length());
        for (int i = 0; i < original.length(); i++) {
            if (Character.getType(original.charAt(i)) != Character.FORMAT) {
                reading.add(plain(original.charAt(i)), i, i + 1);
            }
        }
        return reading;
    }

    void add(char character, int start, int end) {
        starts[text.length()] = start;
        ends[text.length()] = end;
        text.append(character);
    }

    String text() {
        return text.toString();
    }

    /** Where the original of a character begins. */
    int startOf(int place) {
        return starts[place];
    }

    /**
     * Where the original of a stretch ends.
     *
     * @param end behind the last character, at least 1
     */
    int endOf(int end) {
        return ends[end - 1];
    }

    private static char plain(char each) {
        return switch (each) {
            case '\u2018', '\u2019', '\u02BC' -> '\'';
            case '\u201C', '\u201D' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> '-';
            case '\u00A0', '\u202F', '\u3000' -> ' ';
            default -> each >= '\uFF01' && each <= '\uFF5E' ? (char) (each - FULL_WIDTH_OFFSET) : each;
        };
    }
}
