/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.pages.session;

import org.jspecify.annotations.NullMarked;
