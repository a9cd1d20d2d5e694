package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ProcessSample;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import io.quarkus.test.junit.QuarkusTest;

/** What goes along with the history: the console, and what the services used. */
@QuarkusTest
class StreamsTest extends SendingTest {

    private static final ProcessSample USED = new ProcessSample(12.5, 210.0, null, 41);

    @Test
    void everyEventIsALineOfTheConsole() {
        // When
        say(request(), event(Stage.SECURITY, 2, new Started()), published());

        // Then
        awaitEndWith(3);
        assertEquals(List.of("2026-11-01T12:00:00.123456 precheck #1 info: is asked for: accepted",
                "2026-11-01T12:00:00.123456 security #1 info: has started",
                "2026-11-01T12:00:00.123456 publish #1 info: is published at http://localhost:8080/c, trust score 82.5: approved"),
                run().console());
    }

    @Test
    void whatAServiceUsedIsALineOfTheSystemMetrics() {
        // When
        say(request(), measured(event(Stage.SECURITY, 2, new Started())), event(Stage.SECURITY, 3, new Started()),
                measured(published()));

        // Then
        awaitEndWith(4);
        assertEquals(2, run().events().size());
        JsonNode first = ExtendedJson.read(run().events().getFirst());
        assertTrue(first.path("_wandb").booleanValue());
        assertEquals(12.5, first.path("system.cpu/l:test").doubleValue());
        assertEquals(41, first.path("system.proc.cpu.threads/l:test").intValue());
        assertTrue(first.path("system.proc.memory.heapMB/l:test").isMissingNode(), "what was not told is not zero");
    }

    @Test
    void bothFollowOnWhatSomebodyElseHasWritten() {
        // Given
        run().history.put(0L, "{\"loss\":0.5,\"_step\":7}");
        run().console.put(0L, "2026-01-01T00:00:00.000000 theirs");
        run().console.put(1L, "2026-01-01T00:00:00.000000 theirs too");
        run().events.put(0L, "{\"_wandb\":true}");

        // When
        say(request(), measured(published()));

        // Then
        awaitEndWith(3);
        assertEquals(4, run().console().size());
        assertEquals(2, run().events().size());
        assertEquals(List.of(), run().overwritten);
    }

    @Test
    void bothGoOnWhereWandbHasLostThem() {
        // Given
        say(request(), measured(event(Stage.PRECHECK, 2, new Started())));
        awaitLines(2);
        awaitState(RunState.ONLINE);
        run().console.remove(1L);
        run().events.remove(0L);

        // When
        eventually().until(() -> execute("""
                update wandb_run set unsure = true where submission_id = $1 and lease_owner is null""") == 1);
        say(measured(published()));

        // Then
        eventually().until(() -> run().complete && run().console.size() == 3 && run().events.size() == 2);
        assertEquals(3, run().size());
        assertEquals(List.of(), run().overwritten);
    }

    private static StageEvent measured(StageEvent event) {
        return new StageEvent(event.origin().with(USED), event.review(), event.position(), event.body(), event.evidence());
    }
}
