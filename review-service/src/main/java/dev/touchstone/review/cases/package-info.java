/** The timelines and the cases that follow from them, as stored, searched and given out over HTTP. */
@NullMarked
package dev.touchstone.review.cases;

import org.jspecify.annotations.NullMarked;
