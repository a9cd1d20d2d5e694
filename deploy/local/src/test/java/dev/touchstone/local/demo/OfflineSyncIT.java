package dev.touchstone.local.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.local.demo.Checkout.Ended;
import dev.touchstone.local.demo.Recordings.Said;
import dev.touchstone.local.system.Keys;
import dev.touchstone.local.system.Ports;
import dev.touchstone.local.system.Service;
import dev.touchstone.local.wandb.OfficialClient;
import dev.touchstone.local.wandb.WandbEmulator;

/** Reviews without a W&amp;B, taken away in the middle and at the end, and uploaded with the official client. */
@EnabledIf(value = "hasClient", disabledReason = OfficialClient.ABSENT)
class OfflineSyncIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Optional<OfficialClient> CLIENT = OfficialClient.find();

    private static WandbEmulator emulator;
    private static Checkout checkout;
    private static Keys keys;

    static boolean hasClient() {
        return CLIENT.isPresent();
    }

    @BeforeAll
    static void start() throws Exception {
        emulator = WandbEmulator.start(0);
        checkout = new Checkout(Files.createTempDirectory("touchstone-it").resolve("data"), Ports.free());
        Ended up = checkout.run(Map.of(), "up", "--wandb", "offline");
        assertEquals(0, up.code(), up.output() + up.errors());
        keys = Keys.of(checkout.layout()).orElseThrow();
    }

    @AfterAll
    static void stop() throws Exception {
        checkout.run(Map.of(), "down", "--delete-data");
        emulator.close();
    }

    @Test
    void twoUploadsOfAGrowingRunGiveEveryRowOnce() throws Exception {
        // Given
        CompletableFuture<Ended> demo = CompletableFuture.supplyAsync(OfflineSyncIT::demo);
        await().atMost(PATIENCE).until(() -> runs().size() == 3);
        List<JsonNode> begun = runs();
        upload(begun);
        assertTrue(rows(begun.getFirst()).size() > 0, "the first upload brought something");

        // When
        assertEquals(0, demo.join().code(), demo.join().errors());
        for (JsonNode run : begun) {
            await().atMost(PATIENCE).until(() -> stored(run) == said(run).size());
        }
        upload(begun);

        // Then
        for (JsonNode run : begun) {
            assertIsTheReview(run);
        }
    }

    private static void assertIsTheReview(JsonNode run) throws Exception {
        JsonNode uploaded = uploaded(run);
        List<JsonNode> rows = rows(run);
        List<Said> said = said(run);
        assertEquals(Recordings.upTo(said.size()), Recordings.steps(rows));
        assertEquals(said.stream().filter(each -> !each.event().equals("ledger_appended")).map(Said::id).sorted().toList(),
                Recordings.eventsOf(rows).stream().filter(id -> !id.isEmpty()).sorted().toList());
        boolean published = said.stream().anyMatch(each -> each.event().equals("published"));
        assertEquals(published ? "finished" : "failed", uploaded.path("state").asText());
        assertEquals(published ? 0 : 1, uploaded.path("exitCode").asInt(-1));
        JsonNode summary = JSON.readTree(uploaded.path("summary").asText());
        assertEquals(published ? "published" : "rejected", summary.path("review/state").asText());
        assertEquals(said.size() - 1, summary.path("_step").asInt(-1));
        JsonNode config = JSON.readTree(uploaded.path("config").asText());
        assertEquals(id(run), config.path("submission_id").path("value").asText());
        assertEquals(said.size(), uploaded.path("console").size(), "one line for each row");
        assertTrue(uploaded.path("gaps").isEmpty(), uploaded.path("gaps").toString());
        assertHasItsTablesAndAlerts(uploaded, summary, said);
    }

    private static void assertHasItsTablesAndAlerts(JsonNode uploaded, JsonNode summary, List<Said> said) {
        List<String> files = new ArrayList<>();
        uploaded.path("files").forEach(file -> files.add(file.path("name").asText()));
        assertTrue(files.contains(summary.path("security/cases").path("path").asText("none")), files + " " + summary);
        List<String> titles = new ArrayList<>();
        uploaded.path("alerts").forEach(alert -> titles.add(alert.path("title").asText()));
        assertEquals(said.stream().filter(each -> each.event().equals("failed") || each.event().equals("escalated_to_human"))
                .map(Said::stage).sorted().toList(),
                titles.stream().map(title -> title.substring(0, title.indexOf(" "))).sorted().toList());
    }

    /** Each time unpacked in a new directory, as one does who has forgotten of the last time. */
    private static void upload(List<JsonNode> runs) throws Exception {
        Path directory = Files.createTempDirectory("touchstone-sync");
        for (JsonNode run : runs) {
            byte[] archive = Http.bytes(telemetry("/telemetry/runs/" + id(run) + "/offline-archive"), keys.house());
            unpack(archive, directory);
        }
        OfficialClient.Ended ended = CLIENT.orElseThrow().sync(emulator.url(), directory);
        assertEquals(0, ended.code(), ended.output());
    }

    private static void unpack(byte[] archive, Path directory) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = directory.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    private static Ended demo() {
        try {
            return checkout.run(Map.of(), "demo", "--once", "--json", "--timeout", "240");
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Those that are kept offline by now. */
    private static List<JsonNode> runs() throws Exception {
        List<JsonNode> runs = new ArrayList<>();
        for (JsonNode run : Http.get(telemetry("/telemetry/runs"), keys.house())) {
            if (run.path("state").asText().equals("offline")) {
                runs.add(run);
            }
        }
        return runs;
    }

    private static long stored(JsonNode run) throws Exception {
        return Http.get(telemetry("/telemetry/runs/" + id(run)), keys.house()).path("linesStored").asLong();
    }

    private static List<Said> said(JsonNode run) {
        return Recordings.rowsExpected(checkout.ports(), id(run));
    }

    private static JsonNode uploaded(JsonNode run) throws Exception {
        return Recordings.run(emulator.url(), run.path("wandbRun").path("runId").asText());
    }

    private static List<JsonNode> rows(JsonNode run) throws Exception {
        return Recordings.history(uploaded(run));
    }

    private static String id(JsonNode run) {
        return run.path("submissionId").asText();
    }

    private static URI telemetry(String path) {
        return checkout.ports().url(Service.TELEMETRY).resolve(path);
    }
}
