package dev.touchstone.submission.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.StrictJson;

/** One version of the policy, as it was stored once and for all. */
@Entity
@Immutable
@Table(name = "policy")
class StoredPolicy {

    @Id
    String version;

    /** The order of storing. */
    long number;

    String document;

    String digest;

    @Column(name = "stored_by")
    String storedBy;

    @Column(name = "stored_at")
    Instant storedAt;

    Policy policy() {
        return switch (PolicyReader.read(json())) {
            case PolicyReading.Valid(Policy policy) -> policy;
            case PolicyReading.Invalid(var violations) ->
                throw new IllegalStateException("Policy " + version + " is not valid any more: " + violations);
        };
    }

    JsonNode json() {
        try {
            return StrictJson.parse(document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException corrupt) {
            throw new IllegalStateException("Only canonical JSON is stored", corrupt);
        }
    }
}
