package dev.touchstone.telemetry.wandb.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.RunDescription;
import dev.touchstone.telemetry.wandb.SummaryKind;
import dev.touchstone.telemetry.wandb.WandbHttp;
import dev.touchstone.telemetry.wandb.api.Alert;
import dev.touchstone.telemetry.wandb.api.Environment;
import dev.touchstone.telemetry.wandb.api.ExistingRun;
import dev.touchstone.telemetry.wandb.api.Feature;
import dev.touchstone.telemetry.wandb.api.RunFiles;
import dev.touchstone.telemetry.wandb.api.RunUpsert;
import dev.touchstone.telemetry.wandb.api.UpsertedRun;
import dev.touchstone.telemetry.wandb.api.WandbApi;
import dev.touchstone.telemetry.wandb.filestream.ConsoleLine;
import dev.touchstone.telemetry.wandb.filestream.ConsoleLines;
import dev.touchstone.telemetry.wandb.filestream.FileStream;
import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest;
import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest.Chunk;
import dev.touchstone.telemetry.wandb.filestream.StreamState;
import dev.touchstone.telemetry.wandb.filestream.SystemMetrics;

/** The run that the official client was watched with, told by ours. */
final class Story {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Environment HERE = Environment.here("0123456789abcdef0123456789abcdef", "online.jar", "vm", AT);
    private static final List<MetricDefinition> METRICS = List.of(new MetricDefinition("epoch", null),
            new MetricDefinition("loss", "epoch", Set.of(SummaryKind.MIN, SummaryKind.MEAN, SummaryKind.LAST), null, true,
                    false),
            new MetricDefinition("score/*", "epoch", Set.of(SummaryKind.MAX), null, true, false));

    private final WandbApi api;
    private final FileStream stream;
    private final RunFiles files;

    Story(WandbHttp http) {
        this.api = new WandbApi(http);
        this.stream = new FileStream(http);
        this.files = new RunFiles(http, Duration.ofSeconds(5));
    }

    void online() throws InterruptedException {
        accepted(api.viewer());
        Set<Feature> features = accepted(api.features());
        RunDescription description = new RunDescription("team A / main", "submission-1", "n", null, List.of("main", "v1"),
                config("lr", "nest"));
        RunUpsert run = new RunUpsert(null, "acme", "proj", "sub-0004", description, List.of()).from(HERE).on(features);
        UpsertedRun upserted = accepted(api.upsert(run));
        send(StreamState.EMPTY.withEvents(sample(0)));
        accepted(api.alert("acme", "proj", "sub-0004", new Alert("T", "text", Alert.Severity.WARN, Duration.ofMinutes(5))));
        send(StreamState.EMPTY.withEvents(sample(1)).withHistory(rows(upserted.historyLines(), 0, 5, 6))
                .withSummary(Optional.of("{}")).withConsole(console(false, true)));
        send(StreamState.EMPTY.withEvents(sample(2)));
        send(StreamState.EMPTY.withEvents(sample(3)));
        accepted(api.upsert(new RunUpsert(upserted.storageId(), "acme", "proj", "sub-0004", description, METRICS)
                .from(HERE).on(features)));
        finish(StreamState.EMPTY.withSummary(Optional.of("{}")));
    }

    void resumed() throws InterruptedException {
        accepted(api.viewer());
        Set<Feature> features = accepted(api.features());
        ExistingRun before = accepted(api.existing("acme", "proj", "sub-0004")).orElseThrow();
        RunDescription description = new RunDescription(null, "submission-1", before.notes(), null, before.tags(),
                config("lr", "newk"));
        RunUpsert run = new RunUpsert(null, "acme", "proj", "sub-0004", description, List.of()).goingOn(before).from(HERE)
                .on(features);
        accepted(api.upsert(run));
        send(StreamState.EMPTY.withSummary(Optional.of(before.summary().toString())));
        accepted(api.upsert(run));
        finish(StreamState.EMPTY.withHistory(rows(before.point().historyLines(), before.point().nextStep()))
                .withSummary(Optional.of("{}")));
    }

    private void finish(StreamState last) throws InterruptedException {
        List<String> uploaded = accepted(files.upload("acme", "proj", "sub-0004",
                Map.of("config.yaml", Content.of("a: 1"), "wandb-summary.json", Content.of("{}"))));
        send(last.withUploaded(uploaded).withExitCode(OptionalInt.of(0)));
    }

    private void send(StreamState waiting) throws InterruptedException {
        FileStreamRequest request = waiting.next().request();
        accepted(stream.send("acme", "proj", "sub-0004", request));
    }

    private static Map<String, JsonNode> config(String first, String second) {
        return Map.of(first, ExtendedJson.node(0.1), second, ExtendedJson.node(Map.of("a", 1)));
    }

    private static Chunk sample(long line) {
        return new Chunk(line, List.of(new SystemMetrics(AT, line, "", Map.of("cpu", 17.2)).line()));
    }

    private static Chunk rows(long offset, long... steps) {
        return new Chunk(offset, Arrays.stream(steps)
                .mapToObj(step -> "{\"_timestamp\":1.7e9,\"_runtime\":0.1,\"_step\":" + step + "}").toList());
    }

    private static ConsoleLines console(boolean... errors) {
        List<String> lines = new ArrayList<>();
        for (boolean error : errors) {
            lines.add(new ConsoleLine(AT, error, "", "hello").plain());
        }
        return ConsoleLines.of(new Chunk(0, lines));
    }

    static <T> T accepted(Answer<T> answer) {
        if (answer instanceof Accepted<T>(T value, var ignored)) {
            return value;
        }
        throw new AssertionError(answer.toString());
    }
}
