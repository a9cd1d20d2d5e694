package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.wandb.api.RunUpsert;
import dev.touchstone.telemetry.wandb.api.WandbApi;
import dev.touchstone.telemetry.wandb.filestream.FileStream;
import dev.touchstone.telemetry.wandb.filestream.FileStream.Feedback;
import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest.Chunk;
import dev.touchstone.telemetry.wandb.filestream.StreamState;

/** The README's example of the client as a library: it compiles, it runs, and it stands there word for word. */
class ExampleTest {

    @Test
    void tellsAWholeRun() throws Exception {
        try (ScriptedWandb wandb = new ScriptedWandb()) {
            // When
            Answer<Feedback> answer = example(wandb.url(), ScriptedWandb.KEY);

            // Then
            assertEquals(Answer.accepted(new Feedback(false, OptionalInt.empty())), answer);
            assertEquals(List.of("{\"loss\":0.5,\"_step\":0}"), wandb.run("run-1").lines());
            assertEquals(0, wandb.run("run-1").exitCode);
        }
    }

    @Test
    void standsInTheReadme() throws IOException {
        // Given
        String source = Files.readString(Path.of("src/test/java/dev/touchstone/telemetry/wandb/ExampleTest.java"));
        String example = source.substring(source.indexOf("// begin\n") + 9, source.lastIndexOf("        // end"))
                .stripTrailing()
                .stripIndent();

        // Then
        assertTrue(Files.readString(Path.of("README.md")).contains(example), example);
    }

    private static Answer<Feedback> example(URI url, String key) throws InterruptedException {
        // begin
        WandbHttp http = new WandbHttp(WandbHttp.newClient(Duration.ofSeconds(10)), url, new ApiKey(key),
                Duration.ofSeconds(30), Clock.systemUTC());
        RunDescription description = new RunDescription("my run", "group", "", null, List.of("demo"),
                Map.of("lr", ExtendedJson.node(0.1)));
        RunUpsert run = new RunUpsert(null, "acme", "demo", "run-1", description,
                List.of(new MetricDefinition("loss", null)));
        return new WandbApi(http).upsert(run).then(upserted -> {
            StreamState all = StreamState.EMPTY
                    .withHistory(new Chunk(upserted.historyLines(), List.of("{\"loss\":0.5,\"_step\":0}")))
                    .withSummary(Optional.of("{\"loss\":0.5,\"_step\":0}"))
                    .withExitCode(OptionalInt.of(0));
            return new FileStream(http).send(upserted.entity(), upserted.project(), "run-1", all.next().request());
        });
        // end
    }
}
