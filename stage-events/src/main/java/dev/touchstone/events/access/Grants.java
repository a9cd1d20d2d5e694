package dev.touchstone.events.access;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;

/** The directory's answers, kept for a short while: a page of a reviewer asks for a dozen things at once. */
@ApplicationScoped
class Grants {

    private final Directory directory;

    Grants(Directory directory) {
        this.directory = directory;
    }

    @CacheResult(cacheName = "grants-of-keys")
    Uni<@Nullable Grant> ofKey(String keyDigest) {
        return directory.ofKey(keyDigest);
    }

    @CacheResult(cacheName = "grants-of-subjects")
    Uni<@Nullable Grant> ofSubject(String issuer, String subject) {
        return directory.ofSubject(issuer, subject);
    }
}
