/**
 * The files that events point to, given to reviewers: fetched from the service that made them, checked by digest, and
 * handed on as a download that no browser runs. And the W&amp;B runs that are kept as directories, from telemetry-service.
 */
@NullMarked
package dev.touchstone.review.artifacts;

import org.jspecify.annotations.NullMarked;
