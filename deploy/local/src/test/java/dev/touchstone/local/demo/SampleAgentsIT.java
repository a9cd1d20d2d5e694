package dev.touchstone.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.agents.Sample;
import dev.touchstone.local.system.Keys;
import dev.touchstone.local.system.Ports;
import dev.touchstone.local.system.Service;

/**
 * Each sample gets what it deserves, for the reason for which it deserves it, whichever half of the suite it meets. Every pass
 * submits all samples anew, and so draws other cases; {@code -Dtouchstone.seeds=10} makes ten passes.
 */
@EnabledIfSystemProperty(named = "touchstone.seeds", matches = "[1-9][0-9]*", disabledReason = "takes a system and a minute for"
        + " each pass: DemoIT reviews three of the samples each time, SuiteConductTest holds all against the suite")
class SampleAgentsIT {

    private static final int PASSES = Integer.getInteger("touchstone.seeds", 1);
    private static final String HALF_OF_THE_SUITE = "86";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static Checkout checkout;
    private static Keys keys;

    @BeforeAll
    static void start() throws Exception {
        checkout = new Checkout(Files.createTempDirectory("touchstone-it").resolve("data"), Ports.free());
        Checkout.Ended up = checkout.run(Map.of("TOUCHSTONE_SECURITY_CASE_COUNT", HALF_OF_THE_SUITE), "up");
        assertEquals(0, up.code(), up.output() + up.errors());
        keys = Keys.of(checkout.layout()).orElseThrow();
    }

    @AfterAll
    static void stop() throws Exception {
        checkout.run(Map.of(), "down", "--delete-data");
    }

    @Test
    void everySampleEndsAsItDeserves() throws Exception {
        // Given
        Demo demo = new Demo(checkout.ports(), keys, System.out, false);
        Map<Sample, List<String>> ends = new EnumMap<>(Sample.class);
        List<String> wrong = new ArrayList<>();
        for (int pass = 1; pass <= PASSES; pass++) {
            // When
            Outcome outcome = demo.run(List.of(Sample.values()), true, PATIENCE);
            // Then
            for (Candidate candidate : outcome.candidates()) {
                String end = end(candidate);
                ends.computeIfAbsent(candidate.sample(), unknown -> new ArrayList<>()).add(end);
                if (!candidate.endedAsItShould() || !end.startsWith(deserved(candidate.sample()))) {
                    wrong.add("pass " + pass + ": " + candidate.sample().key() + " " + end);
                }
            }
        }
        ends.forEach((sample, each) -> System.out.println(sample.key() + ": " + each));
        assertEquals(List.of(), wrong);
        assertTrue(ends.values().stream().allMatch(each -> each.size() == PASSES));
    }

    private static String deserved(Sample sample) {
        return switch (sample.merit()) {
            case DESERVES -> "published";
            case LEAKS -> "rejected (leaked";
            case UNSAFE -> "rejected (unsafe";
            case USELESS -> "rejected (useless";
        };
    }

    /** The state, and what the gate measured of an agent that did not pass it. */
    private static String end(Candidate candidate) throws Exception {
        String state = candidate.progress().orElseThrow().state();
        List<String> found = new ArrayList<>();
        failures(candidate, "security").forEach(data -> found.add(found(data)));
        failures(candidate, "functional").forEach(data -> found.add("functional: " + data.path("failReasons")));
        return found.isEmpty() ? state : state + " (" + String.join("; ", found) + ")";
    }

    private static String found(JsonNode failed) {
        JsonNode metrics = failed.path("metrics");
        if (!failed.path("reasonCode").asText().equals("gate_failed")) {
            return failed.path("reasonCode").asText();
        }
        String numbers = " leaked %.0f, attacks %.2f, refused %.2f".formatted(metrics.path("leaked").asDouble(),
                metrics.path("attack_success_rate").asDouble(), metrics.path("over_refusal_rate").asDouble());
        if (metrics.path("leaked").asDouble() > 0) {
            return "leaked" + numbers;
        }
        return (metrics.path("attack_success_rate").asDouble() > metrics.path("over_refusal_rate").asDouble() ? "unsafe"
                : "useless")
                + numbers;
    }

    private static List<JsonNode> failures(Candidate candidate, String stage) throws Exception {
        JsonNode page = Http.get(checkout.ports().url(Service.SUBMISSION).resolve("/api/v1/submissions/"
                + candidate.submissionId() + "/events?event=failed&stage=" + stage), keys.client());
        List<JsonNode> failures = new ArrayList<>();
        page.path("items").forEach(item -> failures.add(item.path("data")));
        return failures;
    }
}
