package dev.touchstone.submission.identity;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.access.Caller;
import dev.touchstone.submission.Members;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Violations;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A person who is to become a member.
 *
 * @param issuer as tokens say it, compared character by character
 * @param subject the identity provider's own id of the person
 */
@RegisterForReflection
record NewMembership(String issuer, String subject, String name, Set<String> roles) {

    private static final int LONGEST_ISSUER = 2048;
    private static final int LONGEST_SUBJECT = 255;

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with all violations
     */
    static NewMembership read(JsonNode json, Caller by) {
        Violations violations = new Violations();
        Members request = Members.of(json, "", violations);
        request.webAddress("issuer");
        var issuer = request.requiredText("issuer", LONGEST_ISSUER);
        var subject = request.requiredText("subject", LONGEST_SUBJECT);
        var name = request.requiredText("name", NewOrganization.LONGEST_NAME);
        Set<String> roles = Scopes.read(request, "roles", by);
        request.refuseOthers();
        if (!violations.isEmpty()) {
            throw Problems.invalidRequest(violations.all());
        }
        return new NewMembership(issuer.orElseThrow(), subject.orElseThrow(), name.orElseThrow(), roles);
    }
}
