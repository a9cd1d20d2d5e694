package dev.touchstone.review.ledger.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.review.Problems;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Shown;

/**
 * What is to be sent again.
 *
 * @param index of one entry; null for all of the submission's
 */
record ResendRequest(UUID submissionId, @Nullable Long index) {

    private static final Set<String> MEMBERS = Set.of("submissionId", "index");

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with all that is wrong */
    static ResendRequest read(JsonNode body) {
        List<Violation> violations = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                violations.add(new Violation("/" + Shown.of(name).text().replace("~", "~0").replace("/", "~1"),
                        "is not a member of this request"));
            }
        });
        Optional<UUID> submissionId = submissionId(body.path("submissionId"), violations);
        Long index = index(body.path("index"), violations);
        if (!violations.isEmpty() || submissionId.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return new ResendRequest(submissionId.get(), index);
    }

    private static Optional<UUID> submissionId(JsonNode member, List<Violation> violations) {
        try {
            return Optional.of(UUID.fromString(member.asText("")));
        } catch (IllegalArgumentException malformed) {
            violations.add(new Violation("/submissionId", "is required: a UUID"));
            return Optional.empty();
        }
    }

    private static @Nullable Long index(JsonNode member, List<Violation> violations) {
        if (member.isMissingNode() || member.isNull()) {
            return null;
        }
        if (!member.isIntegralNumber() || !member.canConvertToLong() || member.longValue() < 0) {
            violations.add(new Violation("/index", "must be the index of an entry, from 0"));
            return null;
        }
        return member.longValue();
    }
}
