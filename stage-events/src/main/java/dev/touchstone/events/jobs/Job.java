package dev.touchstone.events.jobs;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;

/**
 * A claimed job.
 *
 * @param tries how often it was claimed, with this one
 * @param fence of this claim
 */
record Job(UUID id, StageEvent request, @Nullable String traceparent, int tries, long fence) {
}
