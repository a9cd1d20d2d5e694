/** Tests of the handler, on a real broker and database. */
@NullMarked
package dev.touchstone.review.record;

import org.jspecify.annotations.NullMarked;
