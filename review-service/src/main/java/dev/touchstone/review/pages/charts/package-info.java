/**
 * Charts as inline SVG that is made here: records in which every coordinate is worked out, and a tag for each in
 * {@code templates/tags}. A tag draws, describes, and gives the same figures as a table.
 */
@NullMarked
package dev.touchstone.review.pages.charts;

import org.jspecify.annotations.NullMarked;
