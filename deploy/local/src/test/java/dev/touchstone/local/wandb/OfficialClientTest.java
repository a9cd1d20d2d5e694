package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the official client makes of the emulator, and the emulator of it. */
class OfficialClientTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WandbEmulator emulator = WandbEmulator.start(0);
    private final Optional<OfficialClient> found = OfficialClient.find();

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void recordsARunAndResumesIt() throws Exception {
        // Given
        assumeTrue(found.isPresent(), OfficialClient.ABSENT);
        OfficialClient client = found.orElseThrow();

        // When
        OfficialClient.Ended first = client.script(emulator.url(), """
                import wandb
                run = wandb.init(entity="acme", project="reviews", id="r1", name="Echo r1", group="echo", job_type="review",
                                 tags=["touchstone"], notes="n", config={"lr": 0.1, "nest": {"a": 1}})
                run.define_metric("loss", step_metric="epoch", summary="min")
                for i in range(3):
                    print("line", i)
                    run.log({"loss": 1.0 - i / 4, "epoch": i})
                run.alert("Gate failed", "security")
                run.finish(exit_code=3)
                """);
        OfficialClient.Ended second = client.script(emulator.url(), """
                import wandb
                run = wandb.init(entity="acme", project="reviews", id="r1", resume="must")
                run.log({"loss": 0.25, "epoch": 3})
                run.finish()
                """);

        // Then
        assertEquals(List.of(0, 0), List.of(first.code(), second.code()), first.output() + second.output());
        JsonNode run = run();
        assertEquals("finished", run.path("state").asText());
        assertEquals(0, run.path("exitCode").asInt(-1));
        List<JsonNode> rows = rows(run);
        assertEquals(List.of(0, 1, 2, 3), rows.stream().map(row -> row.path("_step").asInt(-1)).toList());
        assertEquals(List.of(1.0, 0.75, 0.5, 0.25), rows.stream().map(row -> row.path("loss").asDouble()).toList());
        assertEquals(0.1, JSON.readTree(run.path("config").asText()).path("lr").path("value").asDouble());
        // A client that resumes a run forgets what the one before had defined of its metrics.
        assertEquals(0.25, JSON.readTree(run.path("summary").asText()).path("loss").asDouble(), run.path("summary").asText());
        assertTrue(run.path("console").toString().contains("line 2"), run.path("console").toString());
        assertEquals("Gate failed", run.path("alerts").path(0).path("title").asText());
        assertTrue(run.path("gaps").isEmpty() && run.path("conflicts").isEmpty(), run.toString());
    }

    private JsonNode run() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI runs = emulator.url().resolve("/admin/runs/r1");
            return JSON.readTree(http.send(HttpRequest.newBuilder(runs).build(), BodyHandlers.ofString()).body());
        }
    }

    private static List<JsonNode> rows(JsonNode run) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode line : run.path("history")) {
            rows.add(JSON.readTree(line.asText()));
        }
        return rows;
    }
}
