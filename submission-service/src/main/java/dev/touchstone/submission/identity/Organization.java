package dev.touchstone.submission.identity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whoever submits agents, or runs the installation: a wall stands around what belongs to it. */
@RegisterForReflection
record Organization(String organizationId, String name, @Nullable String contactEmail, Instant createdAt, String createdBy) {

    static final String FORM = "[a-z0-9][a-z0-9._-]{0,63}";
}
