package dev.touchstone.review.human;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The wish that somebody looks after a case.
 *
 * @param reviewer who; null for the caller
 */
record ClaimRequest(UUID submissionId, @Nullable String reviewer) {

    private static final int LONGEST_NAME = 200;

    static Fields.Read<ClaimRequest> read(JsonNode body) {
        return read(new Fields(body).only("submissionId", "reviewer"));
    }

    /** To look after it no longer. */
    static Fields.Read<ClaimRequest> readRelease(JsonNode body) {
        return read(new Fields(body).only("submissionId"));
    }

    private static Fields.Read<ClaimRequest> read(Fields fields) {
        UUID submissionId = fields.submissionId();
        String reviewer = fields.has("reviewer") ? fields.line("reviewer", LONGEST_NAME) : null;
        return fields.areValid() && submissionId != null
                ? new Fields.Read.Valid<>(new ClaimRequest(submissionId, reviewer))
                : fields.invalid();
    }
}
