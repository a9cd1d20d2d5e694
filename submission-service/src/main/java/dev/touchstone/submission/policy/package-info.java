/**
 * The trust score and what follows from it, which is pure: the same findings under the same policy and against the same
 * baseline always give the same ruling, with its reasons. Around it, the edge: which policy is active, and who made it so.
 */
@NullMarked
package dev.touchstone.submission.policy;

import org.jspecify.annotations.NullMarked;
