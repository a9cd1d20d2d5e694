package dev.touchstone.telemetry.wandb.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;
import dev.touchstone.telemetry.wandb.Refusal;

/**
 * Reads a {@code bucket} of {@code RunResumeStatus}, whose members are JSON in strings, down to lists of lines. A run
 * that contradicts itself is refused: whoever guessed where it ends might write over its lines.
 */
final class ResumeStatus {

    private static final List<String> COUNTS = List.of("historyLineCount", "eventsLineCount", "logLineCount");

    private final JsonNode bucket;
    private final JsonNode summary;
    private final JsonNode lastRow;
    private final JsonNode lastEvent;

    private ResumeStatus(JsonNode bucket) {
        this.bucket = bucket;
        this.summary = object("summaryMetrics", inner("summaryMetrics"));
        this.lastRow = lastOf("historyTail");
        this.lastEvent = lastOf("eventsTail");
    }

    static Answer<Optional<ExistingRun>> read(JsonNode bucket) {
        try {
            return Answer.accepted(wasStarted(bucket) ? Optional.of(new ResumeStatus(bucket).run()) : Optional.empty());
        } catch (Malformed malformed) {
            return new Refused<>(200, "the run cannot be gone on with: " + malformed.getMessage(), Refusal.MALFORMED_RUN);
        }
    }

    /** Somebody may have reserved the id, as a queue does, without ever starting the run: that is as good as new. */
    private static boolean wasStarted(JsonNode bucket) {
        return bucket.isObject() && parsed("wandbConfig", bucket.path("wandbConfig")).has("t");
    }

    private ExistingRun run() {
        if (!COUNTS.stream().map(bucket::path).allMatch(count -> count.isIntegralNumber() && count.asLong() >= 0)) {
            throw new Malformed("it does not say how many lines it has");
        }
        long lines = count("historyLineCount");
        ResumePoint point = new ResumePoint(lines, nextStep(lines), count("eventsLineCount"), count("logLineCount"),
                runtime());
        List<String> tags = StreamSupport.stream(bucket.path("tags").spliterator(), false).map(JsonNode::asText).toList();
        return new ExistingRun(bucket.path("id").asText(), point, object("config", inner("config")), summary, tags,
                bucket.path("notes").asText(""), lastRow);
    }

    /** The last history line's step counts more than the summary's. */
    private long nextStep(long lines) {
        JsonNode step = lastRow.has("_step") ? lastRow.path("_step") : summary.path("_step");
        if (!step.isMissingNode() && !step.isIntegralNumber()) {
            throw new Malformed("its last step is no number");
        }
        // A run may have lines without steps: as many lines as there are is at least not below them.
        long last = step.isMissingNode() ? lines - 1 : step.asLong();
        return lines == 0 ? Math.max(0, last) : last + 1;
    }

    private double runtime() {
        JsonNode own = summary.path("_wandb");
        JsonNode ofSummary = own.isObject() ? own.path("runtime") : summary.path("_runtime");
        return Stream.of(lastEvent.path("_runtime"), ofSummary, lastRow.path("_runtime"))
                .mapToDouble(JsonNode::asDouble).filter(Double::isFinite).filter(seconds -> seconds > 0).max().orElse(0);
    }

    private long count(String name) {
        return bucket.path(name).asLong();
    }

    /** A tail is a list of lines in a string; only the last one counts. */
    private JsonNode lastOf(String tail) {
        JsonNode lines = inner(tail);
        if (!lines.isArray() && !lines.isMissingNode() && !lines.isNull()) {
            throw new Malformed(tail + " is no list");
        }
        return lines.isEmpty() ? object(tail, lines.path(0)) : object(tail, parsed(tail, lines.get(lines.size() - 1)));
    }

    private JsonNode inner(String name) {
        return parsed(name, bucket.path(name));
    }

    private static JsonNode object(String name, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return ExtendedJson.read("{}");
        }
        if (!node.isObject()) {
            throw new Malformed(name + " is no object");
        }
        return node;
    }

    /** Null, as of a run without history, stays that. */
    private static JsonNode parsed(String name, JsonNode text) {
        try {
            return text.isTextual() ? ExtendedJson.read(text.asText()) : text;
        } catch (NotJson other) {
            throw new Malformed(name + " is not JSON");
        }
    }

    /** Names no content of the server's. */
    private static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }
}
