@NullMarked
package dev.touchstone.review.pages.charts;

import org.jspecify.annotations.NullMarked;
