package dev.touchstone.review.artifacts.rows;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A page of lines.
 *
 * @param matching lines in all
 */
public record Leaf(int matching, Span span, List<Row> rows) {

    public Leaf {
        rows = List.copyOf(rows);
    }

    /**
     * @param number of the line, from 1
     * @param rank as {@link Facets} give it
     * @param content hostile
     */
    public record Row(int number, int rank, JsonNode content) {

        /** Whether the agent did harm, or failed. */
        public boolean isBad() {
            return rank < Facets.OPEN;
        }

        /** Whether nobody needs to look. */
        public boolean isGood() {
            return rank >= Facets.GOOD;
        }
    }

    /**
     * Where to begin and how far to go.
     *
     * @param worstFirst or else in the order of the file
     */
    public record Span(boolean worstFirst, int from, int most) {
    }
}
