package dev.touchstone.review.artifacts.rows;

/**
 * A line of a file.
 *
 * @param number from 1
 * @param content JSON; hostile
 */
record Line(int number, Facets facets, String search, String content) {
}
