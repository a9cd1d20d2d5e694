/**
 * The lines of the files that stages made, kept in the database by the files' digests so that they can be searched, filtered
 * and paged. A cache: bounded, forgotten, and made anew from the files.
 */
@NullMarked
package dev.touchstone.review.artifacts.rows;

import org.jspecify.annotations.NullMarked;
