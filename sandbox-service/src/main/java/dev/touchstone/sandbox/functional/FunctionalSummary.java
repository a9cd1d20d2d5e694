package dev.touchstone.sandbox.functional;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.functional.Evaluation.Opinion;

/** A tally as the stage's summary and metrics. */
record FunctionalSummary(ScenarioTally tally, Plan.Header header) {

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
        metrics.put("not_executed", (double) tally.count(Grade.NOT_EXECUTED));
        metrics.put("turns", (double) tally.turns());
        metrics.put("input_tokens", figure(tally.tokens(Tokens::input)));
        metrics.put("output_tokens", figure(tally.tokens(Tokens::output)));
        metrics.put("evaluator_agreement", agreement());
        return Collections.unmodifiableMap(metrics);
    }

    /** Of bounded size, as events need it. */
    ObjectNode json() {
        ObjectNode summary = figures(tally).put("embeddingMaxDistance", tally.largestEmbeddingDistance())
                .put("latencyP50Ms", tally.latency(50)).put("latencyP95Ms", tally.latency(95))
                .put("turns", tally.turns()).put("inputTokens", tally.tokens(Tokens::input))
                .put("outputTokens", tally.tokens(Tokens::output)).put("embeddingModel", header.model().name())
                .put("embeddingModelDigest", header.model().digest());
        summary.set("histogram", EventJson.mapper().valueToTree(tally.histogram()));
        summary.set("suites", EventJson.mapper().valueToTree(header.suites()));
        summary.set("evaluator", evaluator());
        groups(summary.putObject("languages"), tally.by(result -> result.scenario().language().key()));
        groups(summary.putObject("sources"), tally.by(result -> result.scenario().source().kind().key()));
        return summary;
    }

    /** The same with every use case, whose names are the card's. */
    ObjectNode file() {
        ObjectNode summary = json();
        ArrayNode useCases = summary.putArray("useCases");
        tally.by(result -> result.scenario().useCase()).forEach((name, group) -> useCases.addObject().put("useCase", name)
                .setAll(figures(group)));
        return summary;
    }

    private static ObjectNode figures(ScenarioTally tally) {
        return EventJson.mapper().createObjectNode().put("score", tally.score()).put("scenarios", tally.results().size())
                .put("passes", tally.count(Grade.PASS)).put("needsReview", tally.count(Grade.NEEDS_REVIEW))
                .put("fails", tally.count(Grade.FAIL)).put("averageDistance", tally.averageDistance())
                .put("embeddingAverageDistance", tally.averageEmbeddingDistance())
                .put("responsesWithError", tally.count(Grade.ERROR)).put("notExecuted", tally.count(Grade.NOT_EXECUTED));
    }

    private static void groups(ObjectNode json, Map<String, ScenarioTally> groups) {
        groups.forEach((name, group) -> json.set(name, figures(group)));
    }

    private @Nullable ObjectNode evaluator() {
        if (!header.rules().evaluated()) {
            return null;
        }
        ObjectNode evaluator = EventJson.mapper().createObjectNode();
        List<Evaluation> all = tally.evaluations();
        evaluator.set("models", EventJson.mapper().valueToTree(all.stream().map(Evaluation::model).filter(Objects::nonNull)
                .distinct().sorted().toList()));
        evaluator.put("asked", all.size());
        for (Opinion opinion : Opinion.values()) {
            evaluator.put(opinion.key(), all.stream().filter(each -> each.opinion() == opinion).count());
        }
        return evaluator.put("agreement", agreement());
    }

    /** Of the scenarios that both the measure and the evaluator decided, the share that they decided alike. */
    private @Nullable Double agreement() {
        List<ScenarioResult> both = tally.results().stream().filter(FunctionalSummary::isDecidedTwice).toList();
        long alike = both.stream()
                .filter(result -> Objects.requireNonNull(result.evaluation()).agrees(result.measured().grade()))
                .count();
        return both.isEmpty() ? null : Distance.rounded((double) alike / both.size());
    }

    private static boolean isDecidedTwice(ScenarioResult result) {
        Evaluation evaluation = result.evaluation();
        return evaluation != null && evaluation.decides()
                && (result.measured().grade() == Grade.PASS || result.measured().grade() == Grade.FAIL);
    }

    private static @Nullable Double figure(@Nullable Long count) {
        return count == null ? null : (double) count;
    }
}
