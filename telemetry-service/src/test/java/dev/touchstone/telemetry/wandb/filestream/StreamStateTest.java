package dev.touchstone.telemetry.wandb.filestream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest.Chunk;
import dev.touchstone.telemetry.wandb.filestream.StreamState.Filled;
import dev.touchstone.telemetry.wandb.filestream.StreamState.TooLong;

/** The facts that W&amp;B's own client is tested by, and what ours adds to them. */
class StreamStateTest {

    private static final StreamState HISTORY = StreamState.EMPTY.withHistory(lines(7, "one", "two", "three"));

    @Test
    void sendsAllLinesThatThereIsRoomFor() {
        // When
        Filled filled = HISTORY.next(99);

        // Then
        assertEquals(FileStreamRequest.HEARTBEAT.withHistory(lines(7, "one", "two", "three")), filled.request());
        assertEquals(10, filled.left().history().offset());
        assertFalse(filled.more());
    }

    @Test
    void sendsALineAloneThatThereIsNoRoomFor() {
        // When
        Filled filled = HISTORY.next(0);

        // Then
        assertEquals(lines(7, "one"), filled.request().history());
        assertEquals(lines(8, "two", "three"), filled.left().history());
        assertTrue(filled.more());
    }

    @Test
    void countsBytesAndNotCharacters() {
        assertEquals(lines(0, "日"), StreamState.EMPTY.withHistory(lines(0, "日", "本")).next(5).request().history());
    }

    @Test
    void countsConsoleLinesFromWhereTheRunsOwnBegin() {
        // When
        Filled filled = StreamState.EMPTY.withConsole(console(7, Map.of(10L, "a", 11L, "b"))).next();

        // Then
        assertEquals(lines(17, "a", "b"), filled.request().console());
        assertEquals(7, filled.left().console().offset());
        assertFalse(filled.more());
    }

    @Test
    void sendsOneRunOfConsoleLinesAtATime() {
        // When
        Filled first = StreamState.EMPTY.withConsole(console(7, Map.of(10L, "a", 11L, "b", 20L, "c"))).next();

        // Then
        assertEquals(lines(17, "a", "b"), first.request().console());
        assertTrue(first.more());
        assertEquals(lines(27, "c"), first.left().next().request().console());
        assertFalse(first.left().next().more());
    }

    @Test
    void sendsTheSummaryOnLineNought() {
        // When
        Filled filled = StreamState.EMPTY.withSummary(Optional.of("{\"xyz\":9}")).next();

        // Then
        assertEquals("{\"files\":{\"wandb-summary.json\":{\"offset\":0,\"content\":[\"{\\\"xyz\\\":9}\"]}}}",
                filled.request().toJson());
        assertFalse(filled.more());
    }

    @Test
    void letsNothingOvertakeTheHistory() {
        // When
        Filled filled = StreamState.EMPTY.withHistory(lines(0, "one")).withSummary(Optional.of("{}"))
                .withExitCode(OptionalInt.of(0)).next(0);

        // Then
        assertEquals(FileStreamRequest.HEARTBEAT.withHistory(lines(0, "one")), filled.request());
        assertEquals(Optional.of("{}"), filled.left().summary());
        assertEquals(OptionalInt.of(0), filled.left().exitCode());
        assertTrue(filled.more());
    }

    @Test
    void leavesOutASummaryThatNoRequestHolds() {
        // When
        Filled filled = StreamState.EMPTY.withSummary(Optional.of("x".repeat((int) LineLimit.LONGEST + 1))).next();

        // Then
        assertTrue(filled.request().isHeartbeat());
        assertFalse(filled.more());
        assertEquals(List.of(new TooLong("wandb-summary.json", 0, LineLimit.LONGEST + 1)), filled.tooLong());
    }

    @Test
    void replacesARowThatNoRequestHoldsSoThatTheOthersKeepTheirNumbers() {
        // Given
        String row = "{\"text\":\"" + "日".repeat((int) LineLimit.LONGEST / 3) + "\",\"_runtime\":1.5,\"_step\":8}";

        // When
        Filled filled = StreamState.EMPTY.withHistory(lines(7, "{\"a\":1}", row, "{\"a\":2}")).next();

        // Then
        assertEquals(lines(7, "{\"a\":1}", "{\"_runtime\":1.5,\"_step\":8}", "{\"a\":2}"), filled.request().history());
        assertEquals(List.of(8L), filled.tooLong().stream().map(TooLong::line).toList());
    }

    @Test
    void takesTheLongestLineAsItIs() {
        assertTrue(LineLimit.holds("x".repeat((int) LineLimit.LONGEST)));
        assertFalse(LineLimit.holds("x".repeat((int) LineLimit.LONGEST + 1)));
        assertEquals(10_383_360, LineLimit.LONGEST);
    }

    @Test
    void endsTheRunWhenAllIsSent() {
        assertEquals("{\"complete\":true,\"exitcode\":1}",
                StreamState.EMPTY.withExitCode(OptionalInt.of(1)).next().request().toJson());
        assertEquals("{}", StreamState.EMPTY.next().request().toJson());
    }

    @Test
    void fillsARequestInItsOrder() {
        // Given
        StreamState all = StreamState.EMPTY.withConsole(ConsoleLines.of(lines(2, "c"))).withEvents(lines(4, "e"))
                .withSummary(Optional.of("s")).withHistory(lines(1, "h")).withUploaded(List.of("config.yaml"))
                .withPreempting(true).withExitCode(OptionalInt.of(0));

        // Then
        assertEquals("""
                {"files":{"wandb-history.jsonl":{"offset":1,"content":["h"]},\
                "wandb-events.jsonl":{"offset":4,"content":["e"]},"wandb-summary.json":{"offset":0,"content":["s"]},\
                "output.log":{"offset":2,"content":["c"]}},"uploaded":["config.yaml"],"preempting":true,\
                "complete":true,"exitcode":0}""", all.next().request().toJson());
    }

    @Test
    void joinsWhatWaitsHereAndThere() {
        // Given
        StreamState first = StreamState.EMPTY.withHistory(lines(0, "a")).withSummary(Optional.of("old"))
                .withConsole(console(0, Map.of(0L, "x", 1L, "y"))).withUploaded(List.of("f", "g")).withPreempting(true);
        StreamState second = StreamState.EMPTY.withHistory(lines(1, "b")).withEvents(lines(5, "e"))
                .withSummary(Optional.of("new")).withConsole(console(0, Map.of(1L, "z"))).withUploaded(List.of("g", "h"))
                .withExitCode(OptionalInt.of(3));

        // When
        StreamState both = first.and(second);

        // Then
        assertEquals(lines(0, "a", "b"), both.history());
        assertEquals(lines(5, "e"), both.events());
        assertEquals(Optional.of("new"), both.summary());
        assertEquals(Map.of(0L, "x", 1L, "z"), both.console().lines());
        assertEquals(List.of("f", "g", "h"), both.uploaded());
        assertTrue(both.preempting());
        assertEquals(OptionalInt.of(3), both.exitCode());
    }

    @Test
    void joinsNoLinesThatDoNotFollowOnEachOther() {
        assertThrows(IllegalArgumentException.class, () -> HISTORY.and(StreamState.EMPTY.withHistory(lines(12, "x"))));
    }

    private static Chunk lines(long offset, String... lines) {
        return new Chunk(offset, List.of(lines));
    }

    private static ConsoleLines console(long offset, Map<Long, String> lines) {
        return new ConsoleLines(offset, new TreeMap<>(lines));
    }
}
