package dev.touchstone.submission.identity.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.AccessConfig;

/** Tells the installation's own services from everybody else, before anybody is authenticated. */
@ApplicationScoped
class ServiceKeys {

    private static final String BEARER = "Bearer ";

    private final AccessConfig access;

    ServiceKeys(AccessConfig access) {
        this.access = access;
    }

    /** @param authorization the header as it came; null where there is none */
    boolean isOne(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && Stream.of(Optional.of(access.serviceKey()), access.formerServiceKey()).flatMap(Optional::stream)
                        .anyMatch(key -> isEqual(key, authorization.substring(BEARER.length())));
    }

    /** In a time that tells nothing of where the two differ. */
    private static boolean isEqual(String key, String presented) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }
}
