/** Files of a review as pages: tables, trees and text. */
@NullMarked
package dev.touchstone.review.pages.artifact;

import org.jspecify.annotations.NullMarked;
