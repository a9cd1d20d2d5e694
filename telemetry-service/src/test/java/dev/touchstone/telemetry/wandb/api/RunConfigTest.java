package dev.touchstone.telemetry.wandb.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.RunDescription;

class RunConfigTest {

    private static final RunUpsert OURS = new RunUpsert(null, null, "agents", "r1", new RunDescription("Echo", "echo", "",
            null, List.of(), Map.of("lr", ExtendedJson.node(0.2))), List.of(new MetricDefinition("score/*", null)));

    @Test
    void keepsOfAnothersConfigWhatOursSaysNothingOf() {
        // Given
        JsonNode before = ExtendedJson.read("""
                {"lr":{"value":0.1},"nest":{"desc":null,"value":{"a":1}},"_wandb":{"value":{"m":[{"1":"old"}],
                "e":{"x":{}},"t":{"1":[2]},"viz":{"v":1},"visualize":{"w":2},"mask/class_labels":{"m":3}}}}""");

        // When
        JsonNode config = encoded(OURS.goingOn(new ExistingRun("id", ResumePoint.START, before, before, List.of(), "")));

        // Then
        assertEquals("{\"value\":0.2}", config.path("lr").toString());
        assertEquals("{\"desc\":null,\"value\":{\"a\":1}}", config.path("nest").toString());
        JsonNode own = config.path("_wandb").path("value");
        assertEquals("[]", own.path("m").toString());
        assertFalse(own.has("e"));
        assertEquals(List.of("{\"v\":1}", "{\"w\":2}", "{\"m\":3}"), List.of(own.path("viz").toString(),
                own.path("visualize").toString(), own.path("mask/class_labels").toString()));
    }

    @Test
    void sendsGlobsToAServerThatKnowsThemAndNamesToOthers() {
        assertEquals("score/*", encoded(OURS.on(Set.of(Feature.EXPAND_DEFINED_METRIC_GLOBS)))
                .at("/_wandb/value/m/0/2").asText());
        assertEquals("score/a", encoded(OURS.on(Set.of()).appeared(Set.of("score/a", "loss")))
                .at("/_wandb/value/m/0/1").asText());
    }

    @Test
    void tellsWhereTheRunComesFrom() {
        // Given
        Environment environment = new Environment("0123456789abcdef0123456789abcdef", "review.jar", "vm", "Linux-6.1", 2,
                Instant.parse("2026-01-01T00:00:00.5Z"));

        // When
        RunUpsert run = OURS.from(environment);

        // Then
        assertEquals("""
                {"0123456789abcdef0123456789abcdef":{"os":"Linux-6.1","startedAt":"2026-01-01T00:00:00.500000Z",\
                "program":"review.jar","host":"vm","cpu_count_logical":2,"writerId":"0123456789abcdef0123456789abcdef"}}""",
                encoded(run).at("/_wandb/value/e").toString());
        assertEquals("vm", run.variables().get("host"));
        assertEquals("review.jar", run.variables().get("program"));
    }

    private static JsonNode encoded(RunUpsert run) {
        return ExtendedJson.read(RunConfig.encode(run));
    }
}
