package dev.touchstone.submission.identity;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CompositeCacheKey;
import io.smallrye.mutiny.Uni;

/**
 * What this replica remembers of the directory. A change made here takes effect here at once; other replicas and services
 * remember for {@code touchstone.access.grant-lifetime}.
 */
@ApplicationScoped
class KnownGrants {

    private final Cache ofKeys;
    private final Cache ofSubjects;

    KnownGrants(@CacheName("grants-of-keys") Cache ofKeys, @CacheName("grants-of-subjects") Cache ofSubjects) {
        this.ofKeys = ofKeys;
        this.ofSubjects = ofSubjects;
    }

    Uni<Void> forgetKey(String digest) {
        return ofKeys.invalidate(digest);
    }

    Uni<Void> forgetSubject(String issuer, String subject) {
        return ofSubjects.invalidate(new CompositeCacheKey(issuer, subject));
    }
}
