package dev.touchstone.submission.identity;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.Members;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Violations;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** An organisation that is to be entered. */
@RegisterForReflection
record NewOrganization(String organizationId, String name, @Nullable String contactEmail) {

    static final int LONGEST_NAME = 200;

    private static final Pattern ID = Pattern.compile(Organization.FORM);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with all violations
     */
    static NewOrganization read(JsonNode json) {
        Violations violations = new Violations();
        Members request = Members.of(json, "", violations);
        request.require("organizationId");
        var id = request.matching("organizationId", ID, Organization.FORM_EXPECTED);
        var name = request.requiredText("name", LONGEST_NAME);
        var email = request.matching("contactEmail", EMAIL, "an email address");
        request.refuseOthers();
        if (!violations.isEmpty()) {
            throw Problems.invalidRequest(violations.all());
        }
        return new NewOrganization(id.orElseThrow(), name.orElseThrow(), email.orElse(null));
    }
}
