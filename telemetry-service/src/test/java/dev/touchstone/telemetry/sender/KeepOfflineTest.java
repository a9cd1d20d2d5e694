package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.ServiceTest;
import dev.touchstone.telemetry.wandb.offline.WandbFileReader;
import dev.touchstone.telemetry.wandb.offline.WandbFileReader.Field;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KeepOfflineTest extends ServiceTest {

    private final ReviewRef review = reviewElsewhere();

    @Test
    void aRunWithoutAKeyIsADirectoryThatAnybodyCanRead() throws IOException {
        // When
        bus.send(Samples.requested(review, Stage.PRECHECK));
        bus.send(Samples.event(review, Stage.PRECHECK, 1, 2, new Started()));
        bus.send(Samples.event(review, Stage.PUBLISH, 1, 9,
                new Published(URI.create("http://localhost:8080/c"), null, "approved")));

        // Then
        eventually().until(() -> historyLines() == 3);
        List<List<Field>> records = records();
        assertEquals(List.of("0", "1", "2"), records.stream().filter(record -> record.get(1).number() == 2)
                .map(record -> WandbFileReader.items(record.get(1).fields()).get("_step")).toList());
        Map<String, String> summary = WandbFileReader.items(records.get(records.size() - 2).get(1).fields());
        assertEquals("\"published\"", summary.get("review/state"));
        List<Field> exit = records.getLast().get(1).fields();
        assertEquals(0, exit.get(0).varint());
        assertEquals(2, exit.size(), "complete");
        assertTrue(Files.exists(directory().resolve("files/wandb-summary.json")));
        assertTrue(directory().toString().contains("/" + review.submissionId() + "/offline-run-"));
    }

    @Test
    void theOperatorsKeyIsNotSentToTheWandbThatARunNames() {
        // When
        bus.send(Samples.requested(review, Stage.PRECHECK));

        // Then
        RunStateChanged told = (RunStateChanged) bus.await(review.submissionId(), "run_state_changed").body();
        assertEquals(RunState.OFFLINE, told.state());
        assertEquals("there is no API key for the W&B that the run names", told.reason());
        assertEquals(null, told.url());
        assertEquals(List.of(), wandb.seenOf(review.wandbRun().runId()));
        assertFalse(historyLines() > 1);
    }

    private long historyLines() {
        try {
            return Files.exists(log()) ? records().stream().filter(record -> record.get(1).number() == 2).count() : 0;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private List<List<Field>> records() throws IOException {
        return WandbFileReader.records(Files.readAllBytes(log())).stream().map(WandbFileReader::fields).toList();
    }

    private Path log() {
        return directory().resolve("run-" + review.wandbRun().runId() + ".wandb");
    }

    private Path directory() {
        String path = TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + review.submissionId()).path("offlineDirectory");
        try (Stream<Path> segments = Files.list(Path.of(path == null ? "not-yet" : path))) {
            return segments.findFirst().orElse(Path.of("not-yet"));
        } catch (IOException notYet) {
            return Path.of("not-yet");
        }
    }

    private static ReviewRef reviewElsewhere() {
        UUID submission = UUID.randomUUID();
        return new ReviewRef(submission, UUID.randomUUID(), "trip-planner", "r1",
                new WandbRun("acme", "reviews", "run-" + submission, URI.create("https://attacker.invalid")));
    }
}
