/**
 * The trust score and what follows from it. Pure: the same findings under the same policy always give the same ruling, with its
 * reasons.
 */
@NullMarked
package dev.touchstone.submission.policy;

import org.jspecify.annotations.NullMarked;
