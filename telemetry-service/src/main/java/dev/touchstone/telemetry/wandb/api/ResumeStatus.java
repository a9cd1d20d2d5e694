package dev.touchstone.telemetry.wandb.api;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;

/** Reads a {@code bucket} of {@code RunResumeStatus}, whose members are JSON in strings, down to lists of lines. */
final class ResumeStatus {

    private ResumeStatus() {
    }

    static Optional<ResumePoint> read(JsonNode bucket) {
        if (!inner(bucket.path("wandbConfig")).has("t")) {
            // Created by somebody but never started: as good as new.
            return Optional.empty();
        }
        long lines = bucket.path("historyLineCount").asLong(0);
        return Optional.of(lines == 0 ? ResumePoint.START : new ResumePoint(lines, lastStep(bucket) + 1));
    }

    /** The last history line's, else the summary's. */
    private static long lastStep(JsonNode bucket) {
        JsonNode tail = inner(bucket.path("historyTail"));
        JsonNode lastLine = tail.isArray() && !tail.isEmpty() ? inner(tail.get(tail.size() - 1)) : tail;
        JsonNode step = lastLine.path("_step").isNumber() ? lastLine.path("_step")
                : inner(bucket.path("summaryMetrics")).path("_step");
        // A run may have lines without steps; then its number of lines is at least not below them.
        return step.isNumber() ? step.asLong() : bucket.path("historyLineCount").asLong(0) - 1;
    }

    private static JsonNode inner(JsonNode text) {
        try {
            return ExtendedJson.read(text.asText(""));
        } catch (NotJson other) {
            return ExtendedJson.read("null");
        }
    }
}
