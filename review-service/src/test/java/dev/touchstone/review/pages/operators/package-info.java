@NullMarked
package dev.touchstone.review.pages.operators;

import org.jspecify.annotations.NullMarked;
