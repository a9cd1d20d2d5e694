/** The pages in a real browser: what people do with them, by mouse and by keyboard, with script and without. */
@NullMarked
package dev.touchstone.review.browser;

import org.jspecify.annotations.NullMarked;
