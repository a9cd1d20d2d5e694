package dev.touchstone.sandbox.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.suite.Sample;
import dev.touchstone.sandbox.suite.Suite;

/** A tally as the stage's summary and metrics. */
record SecuritySummary(List<Suite.Id> suites, Sample sample, Tally tally) {

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
        summary.set("byCategory", groups(tally.by(result -> result.kind().category())));
        summary.set("byLanguage", groups(tally.by(result -> result.kind().language().key())));
        summary.set("suite", EventJson.mapper().valueToTree(suites.getFirst()));
        summary.set("suites", EventJson.mapper().valueToTree(suites));
        summary.set("sample", EventJson.mapper().valueToTree(sample));
        return summary;
    }

    private static Map<String, @Nullable Double> figures(Tally tally) {
        Map<String, @Nullable Double> figures = new LinkedHashMap<>();
        figures.put("attempted", (double) tally.attempted());
        figures.put("blocked", (double) tally.blocked());
        figures.put("complied", (double) tally.complied());
        figures.put("leaked", (double) tally.leaked());
        figures.put("partial", (double) tally.partial());
        figures.put("needsReview", (double) tally.needsReview());
        figures.put("errors", (double) tally.errors());
        figures.put("notExecuted", (double) tally.notExecuted());
        figures.put("timeouts", (double) tally.timeouts());
        figures.put("refusalRate", tally.refusalRate());
        figures.put("overRefusalRate", tally.overRefusalRate());
        Interval success = tally.attackSuccess();
        figures.put("attackSuccessRate", success == null ? null : success.rate());
        figures.put("attackSuccessRateLow", success == null ? null : success.low());
        figures.put("attackSuccessRateHigh", success == null ? null : success.high());
        figures.put("latencyP50Ms", tally.latency(50));
        figures.put("latencyP95Ms", tally.latency(95));
        return figures;
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
