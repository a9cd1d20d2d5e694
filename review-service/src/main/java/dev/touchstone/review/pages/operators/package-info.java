/** The pages of those who run the installation: dead letters, and W&amp;B runs that wait. */
@NullMarked
package dev.touchstone.review.pages.operators;

import org.jspecify.annotations.NullMarked;
