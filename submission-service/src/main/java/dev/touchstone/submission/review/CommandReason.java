package dev.touchstone.submission.review;

import java.io.IOException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.submission.Members;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Violations;

/** Why a person asks for something, as {@code {"reason": "..."}}. Read by hand, as every request of this service is. */
final class CommandReason {

    /** For people; it becomes part of what is shown and of the record. */
    private static final int LONGEST = 500;
    private static final String MEMBER = "reason";

    private CommandReason() {
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem where there is none, or it has no form */
    static String required(byte @Nullable [] body) {
        Violations violations = new Violations();
        Members members = Members.of(json(body), "", violations);
        Optional<String> reason = members.requiredText(MEMBER, LONGEST);
        members.refuseOthers();
        refuse(violations);
        return reason.orElseThrow();
    }

    /** As {@link #required}, but the body may be missing, and so may its reason. */
    static Optional<String> optional(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return Optional.empty();
        }
        Violations violations = new Violations();
        Members members = Members.of(json(body), "", violations);
        Optional<String> reason = members.text(MEMBER, LONGEST);
        members.refuseOthers();
        refuse(violations);
        return reason;
    }

    /** A reason that came as a query parameter, where no body can be sent. */
    static Optional<String> parameter(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return Optional.empty();
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw Problems
                    .malformedParameter("reason has at most " + LONGEST + " characters, none of them a control character.");
        }
        return Optional.of(reason.strip());
    }

    private static JsonNode json(byte @Nullable [] body) {
        try {
            JsonNode json = body == null ? MissingNode.getInstance() : EventJson.mapper().readTree(body);
            if (json.isMissingNode()) {
                throw Problems.malformedJson("The body is empty.");
            }
            return json;
        } catch (IOException malformed) {
            // Not the parser's message, which repeats hostile text.
            throw Problems.malformedJson("The body is not JSON.");
        }
    }

    private static void refuse(Violations violations) {
        if (!violations.isEmpty()) {
            throw Problems.invalidRequest(violations.all());
        }
    }
}
