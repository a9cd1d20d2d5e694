package dev.touchstone.review.human;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Decision;

/**
 * A decision as it is put in. Who decides is never part of it: that is known of the caller.
 *
 * @param despiteClaim whether it is meant although another reviewer looks after the case
 */
record DecisionRequest(UUID submissionId, Decision decision, @Nullable String notes, boolean despiteClaim) {

    static final int LONGEST_TEXT = 4_000;

    static Fields.Read<DecisionRequest> read(JsonNode body) {
        Fields fields = new Fields(body).only("submissionId", "decision", "notes", "despiteClaim");
        UUID submissionId = fields.submissionId();
        Decision decision = decision(fields);
        String notes = fields.text("notes", LONGEST_TEXT);
        boolean despiteClaim = fields.flag("despiteClaim");
        return fields.areValid() && submissionId != null && decision != null
                ? new Fields.Read.Valid<>(new DecisionRequest(submissionId, decision, blankIsNone(notes), despiteClaim))
                : fields.invalid();
    }

    private static @Nullable Decision decision(Fields fields) {
        try {
            return fields.has("decision") ? Decision.of(fields.member("decision").asText()) : missing(fields);
        } catch (IllegalArgumentException unknown) {
            fields.violation("decision", "must be 'approved' or 'rejected'");
            return null;
        }
    }

    private static @Nullable Decision missing(Fields fields) {
        fields.violation("decision", "is required: 'approved' or 'rejected'");
        return null;
    }

    private static @Nullable String blankIsNone(@Nullable String notes) {
        return notes == null || notes.isBlank() ? null : notes.strip();
    }
}
