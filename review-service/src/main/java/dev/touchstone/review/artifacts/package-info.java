/**
 * The files that events point to, given to reviewers: fetched from the service that made them, checked by digest, and
 * handed on as a download that no browser runs.
 */
@NullMarked
package dev.touchstone.review.artifacts;

import org.jspecify.annotations.NullMarked;
