/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.ledger.tree;

import org.jspecify.annotations.NullMarked;
