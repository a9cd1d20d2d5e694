package dev.touchstone.events.access;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * Knows what keys and people may do. The service that keeps them asks its own tables; the others ask that service. An
 * answer may be used for {@code touchstone.access.grant-lifetime} before the directory is asked again.
 */
public interface Directory {

    /** What the key with this digest may do, or null where no such key is in force. */
    Uni<@Nullable Grant> ofKey(String keyDigest);

    /** What the person may do whom an identity provider knows by this subject, or null where the person is no member. */
    Uni<@Nullable Grant> ofSubject(String issuer, String subject);
}
