package dev.touchstone.review.artifacts.rows;

/**
 * Which lines are wanted. Empty text wants all.
 *
 * @param juror who voted otherwise than the verdict
 */
public record Sought(String outcome, String category, String language, String juror, Words words) {

    public static final Sought ALL = new Sought("", "", "", "", new Words("", 0));

    /**
     * @param text that the line holds
     * @param line its number, from 1; 0 for no particular one
     */
    public record Words(String text, int line) {
    }

    public boolean isAll() {
        return equals(ALL);
    }
}
