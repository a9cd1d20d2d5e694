package dev.touchstone.telemetry.evidence;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.wandb.ExtendedJson;

/** Events that bring something, and what they bring. */
public final class Evident {

    static final String SUITE_DIGEST = "sha256:" + "5e".repeat(32);
    static final Setting FIRST = new Setting(1, false, 7, "policy-1", "http://review.example/submissions/1");
    static final JsonNode SECURITY_SUMMARY = ExtendedJson.node(Map.of("score", 0.9, "suites",
            List.of(Map.of("name", "touchstone-core", "version", "1.0.0", "digest", SUITE_DIGEST))));

    private Evident() {
    }

    static StageEvent event(ReviewRef review, Stage stage, EventBody body, ArtifactRef... files) {
        StageEvent event = Samples.event(review, stage, 2, 5, body);
        return new StageEvent(event.origin(), event.review(), event.position(), event.body(), Evidence.of(List.of(files)));
    }

    static StageEvent passed(ReviewRef review, Stage stage, JsonNode summary, ArtifactRef... files) {
        return event(review, stage, new Completed(summary, Map.of("score", 0.9), List.of()), files);
    }

    public static StageEvent gateFailed(ReviewRef review, ArtifactRef... files) {
        return event(review, Stage.SECURITY,
                new Failed("gate_failed", List.of("1 secret leaked."), false, SECURITY_SUMMARY, Map.of()), files);
    }

    public static ArtifactRef file(String name, String content, URI service) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String digest = Artifacts.digest(bytes);
        return new ArtifactRef(name, "application/jsonl", bytes.length, digest, URI.create(service + "/artifacts/" + digest));
    }
}
