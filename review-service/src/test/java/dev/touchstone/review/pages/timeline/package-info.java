@NullMarked
package dev.touchstone.review.pages.timeline;

import org.jspecify.annotations.NullMarked;
