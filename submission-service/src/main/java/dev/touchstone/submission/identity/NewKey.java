package dev.touchstone.submission.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.access.Caller;
import dev.touchstone.submission.Members;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Violations;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A key that is to be made.
 *
 * @param name as events name the actor
 * @param expiresAt null for a key that is in force until it is revoked
 */
@RegisterForReflection
record NewKey(String name, Set<String> scopes, @Nullable Instant expiresAt) {

    private static final int LONGEST_TIME = 40;

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with all violations
     */
    static NewKey read(JsonNode json, Caller by, Instant now) {
        Violations violations = new Violations();
        Members request = Members.of(json, "", violations);
        var name = request.requiredText("name", NewOrganization.LONGEST_NAME);
        Set<String> scopes = Scopes.read(request, "scopes", by);
        Optional<Instant> expiresAt = request.text("expiresAt", LONGEST_TIME).flatMap(NewKey::parse);
        if (!request.raw("expiresAt").isMissingNode() && expiresAt.filter(now::isBefore).isEmpty()) {
            request.fault("expiresAt", "must be a time in the future, as 2030-01-31T12:00:00Z");
        }
        request.refuseOthers();
        if (!violations.isEmpty()) {
            throw Problems.invalidRequest(violations.all());
        }
        return new NewKey(name.orElseThrow(), scopes, expiresAt.orElse(null));
    }

    private static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
