package dev.touchstone.submission.card.signature;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.SignatureBundle;

/** Checks a card's signatures against the keys that are registered now. Blocks, so call it from a virtual thread. */
@ApplicationScoped
public class CardVerification {

    private final OrganizationKeys keys;

    CardVerification(OrganizationKeys keys) {
        this.keys = keys;
    }

    /**
     * @param organizationId whose card it is
     * @param bundle the signature beside the card, null where there is none
     */
    public SignatureCheck check(String organizationId, JsonNode card, @Nullable SignatureBundle bundle) {
        return CardSignatures.check(card, bundle, keys.of(organizationId));
    }
}
