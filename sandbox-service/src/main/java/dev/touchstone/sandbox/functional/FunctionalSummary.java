package dev.touchstone.sandbox.functional;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;

/**
 * A tally as the stage's summary and metrics.
 *
 * @param model which embeddings the distances come from
 */
record FunctionalSummary(ScenarioTally tally, String model) {

    Map<String, @Nullable Double> metrics() {
        Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
        metrics.put("score", tally.score());
        metrics.put("scenarios", (double) tally.results().size());
        metrics.put("passes", (double) tally.count(Grade.PASS));
        metrics.put("needs_review", (double) tally.count(Grade.NEEDS_REVIEW));
        metrics.put("fails", (double) tally.count(Grade.FAIL));
        metrics.put("average_distance", tally.averageDistance());
        metrics.put("embedding_average_distance", tally.averageEmbeddingDistance());
        metrics.put("embedding_max_distance", tally.largestEmbeddingDistance());
        metrics.put("responses_with_error", (double) tally.count(Grade.ERROR));
        metrics.put("latency_p50_ms", tally.latency(50));
        metrics.put("latency_p95_ms", tally.latency(95));
        return Collections.unmodifiableMap(metrics);
    }

    JsonNode json() {
        ObjectNode summary = EventJson.mapper().createObjectNode();
        summary.put("score", tally.score()).put("scenarios", tally.results().size())
                .put("passes", tally.count(Grade.PASS)).put("needsReview", tally.count(Grade.NEEDS_REVIEW))
                .put("fails", tally.count(Grade.FAIL)).put("averageDistance", tally.averageDistance())
                .put("embeddingAverageDistance", tally.averageEmbeddingDistance())
                .put("embeddingMaxDistance", tally.largestEmbeddingDistance())
                .put("responsesWithError", tally.count(Grade.ERROR))
                .put("latencyP50Ms", tally.latency(50)).put("latencyP95Ms", tally.latency(95))
                .put("embeddingModel", model);
        summary.set("histogram", EventJson.mapper().valueToTree(tally.histogram()));
        return summary;
    }
}
