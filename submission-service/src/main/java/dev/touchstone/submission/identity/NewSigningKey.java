package dev.touchstone.submission.identity;

import java.security.PublicKey;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.Members;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Violations;
import dev.touchstone.submission.identity.PublicKeys.Reading;
import dev.touchstone.submission.identity.SigningKey.Algorithm;

/** A public key that is to be registered. */
record NewSigningKey(String name, Algorithm algorithm, PublicKey key) {

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with all violations
     */
    static NewSigningKey read(JsonNode json) {
        Violations violations = new Violations();
        Members request = Members.of(json, "", violations);
        String name = request.requiredText("name", NewOrganization.LONGEST_NAME).orElse("");
        request.require("publicKeyPem");
        Reading reading = PublicKeys.read(request.raw("publicKeyPem").asText());
        if (reading instanceof Reading.Refused(String why) && !request.raw("publicKeyPem").isMissingNode()) {
            request.fault("publicKeyPem", why);
        }
        request.refuseOthers();
        if (violations.isEmpty() && reading instanceof Reading.Usable(Algorithm algorithm, PublicKey key)) {
            return new NewSigningKey(name, algorithm, key);
        }
        throw Problems.invalidRequest(violations.all());
    }
}
