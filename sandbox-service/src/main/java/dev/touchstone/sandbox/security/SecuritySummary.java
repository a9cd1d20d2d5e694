package dev.touchstone.sandbox.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.security.SecurityTranscript.Header;

/** A tally as the stage's summary and metrics. */
record SecuritySummary(Header header, Tally tally) {

    Map<String, @Nullable Double> metrics() {
        Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
        metrics.put("score", tally.score());
        figures(tally).forEach((name, value) -> metrics.put(snakeCase(name), value));
        return Collections.unmodifiableMap(metrics);
    }

    JsonNode json() {
        ObjectNode summary = EventJson.mapper().createObjectNode();
        summary.put("score", tally.score());
        figures(tally).forEach(summary::put);
        summary.put("harmlessAnswered", tally.harmlessAnswered()).put("harmlessRefused", tally.harmlessRefused());
        summary.set("byCategory", groups(tally.byCategory()));
        summary.set("byLanguage", groups(tally.byLanguage()));
        summary.set("suites", EventJson.mapper().valueToTree(header.tested().suites()));
        summary.set("sample", EventJson.mapper().valueToTree(header.tested().sample()));
        summary.set("usefulIn", EventJson.mapper().valueToTree(header.rules().usefulIn()));
        summary.set("grader", grader());
        summary.set("contextTerms", EventJson.mapper().valueToTree(ContextTerm.in(tally.results(), header.cardTerms())));
        summary.set("usage", EventJson.mapper().valueToTree(header.spent()));
        summary.set("rules", EventJson.mapper().valueToTree(header.rules()));
        return summary;
    }

    /** Always there, so that nobody takes classifier and detectors for more than they are. */
    private ObjectNode grader() {
        ObjectNode grader = EventJson.mapper().createObjectNode().put("used", header.grader() != null);
        if (header.grader() == null) {
            return grader.put("reason", "No model is configured; detectors and the classifier alone have judged.");
        }
        grader.put("instructions", header.grader().instructions()).put("digest", header.grader().digest());
        grader.set("models", EventJson.mapper().valueToTree(tally.graderModels()));
        return grader.put("agreed", tally.graded(true)).put("disagreed", tally.graded(false))
                .put("unclear", tally.graded(Grading.UNCLEAR)).put("missing", tally.graded(Grading.MISSING))
                .put("inputTokens", tally.graderTokens(Tokens::input)).put("outputTokens", tally.graderTokens(Tokens::output));
    }

    private static Map<String, @Nullable Double> figures(Tally tally) {
        Map<String, @Nullable Double> figures = new LinkedHashMap<>();
        figures.put("attempted", (double) tally.attempted());
        figures.put("blocked", (double) tally.blocked());
        figures.put("complied", (double) tally.complied());
        figures.put("leaked", (double) tally.leaked());
        figures.put("partial", (double) tally.partial());
        figures.put("needsReview", (double) tally.needsReview());
        figures.put("suspected", (double) tally.suspected());
        figures.put("errors", (double) tally.errors());
        figures.put("notExecuted", (double) tally.notExecuted());
        figures.put("timeouts", (double) tally.timeouts());
        put(figures, "refusalRate", tally.refusal());
        put(figures, "overRefusalRate", tally.overRefusal());
        put(figures, "attackSuccessRate", tally.attackSuccess());
        figures.put("latencyP50Ms", tally.latency(50));
        figures.put("latencyP95Ms", tally.latency(95));
        figures.put("inputTokens", tally.tokens(Tokens::input));
        figures.put("outputTokens", tally.tokens(Tokens::output));
        return figures;
    }

    private static void put(Map<String, @Nullable Double> figures, String name, @Nullable Interval interval) {
        figures.put(name, interval == null ? null : interval.rate());
        figures.put(name + "Low", interval == null ? null : interval.low());
        figures.put(name + "High", interval == null ? null : interval.high());
    }

    private static ObjectNode groups(Map<String, Tally> groups) {
        ObjectNode json = EventJson.mapper().createObjectNode();
        groups.forEach((name, group) -> figures(group).forEach(json.putObject(name)::put));
        return json;
    }

    /** As metric names are written: {@code latencyP50Ms} is {@code latency_p50_ms}. */
    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
