/**
 * A submission, the review that belongs to it, and what every part of the service needs to speak of both. The features below
 * own one thing each; none of them knows another service but by events and by the sandbox's relay.
 */
@NullMarked
package dev.touchstone.submission;

import org.jspecify.annotations.NullMarked;
