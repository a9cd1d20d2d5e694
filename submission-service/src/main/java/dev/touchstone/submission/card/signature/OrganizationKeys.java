package dev.touchstone.submission.card.signature;

import java.util.List;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.submission.card.signature.KeyRing.Registered;
import dev.touchstone.submission.card.signature.KeyRing.Standing;
import dev.touchstone.submission.identity.SigningKey;
import dev.touchstone.submission.identity.SigningKeys;

/** Looks keys up where organisations register them. Blocks, so call it from a virtual thread. */
@ApplicationScoped
class OrganizationKeys {

    private final SigningKeys keys;

    OrganizationKeys(SigningKeys keys) {
        this.keys = keys;
    }

    KeyRing of(String organizationId) {
        return id -> find(organizationId, id);
    }

    private List<Registered> find(String organizationId, String id) {
        List<SigningKey> own = keys.ofOrganization(organizationId).await().indefinitely();
        List<SigningKey> meant = matching(own, key -> key.keyId().equals(id));
        if (meant.isEmpty()) {
            meant = matching(own, key -> key.name().equals(id));
        }
        return meant.isEmpty()
                ? keys.findAnywhere(id).await().indefinitely().map(key -> registered(key, Standing.FOREIGN)).stream().toList()
                : meant.stream().map(key -> registered(key, key.isRevoked() ? Standing.REVOKED : Standing.IN_FORCE)).toList();
    }

    private static List<SigningKey> matching(List<SigningKey> keys, Predicate<SigningKey> meant) {
        return keys.stream().filter(meant).toList();
    }

    private static Registered registered(SigningKey key, Standing standing) {
        return new Registered(key.keyId(), key.publicKey(), standing);
    }
}
