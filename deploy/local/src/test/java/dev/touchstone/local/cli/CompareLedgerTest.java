package dev.touchstone.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.client.ExitCode;

/** With the example that the description of the export's format explains, and a history as its run would have. */
class CompareLedgerTest {

    private static final Path EXAMPLE = Path.of("../../review-service/ledger-example.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private final List<ObjectNode> rows = new ArrayList<>();
    private String runId = "";

    private record Ran(ExitCode code, String out) {
    }

    @BeforeEach
    void writeTheHistory() throws IOException {
        for (JsonNode item : JSON.readTree(Files.readString(EXAMPLE)).path("entries")) {
            JsonNode entry = JSON.readTree(item.path("entry").asText());
            runId = entry.path("wandbRunId").asText();
            rows.add(JSON.createObjectNode().put("event/id", entry.path("eventId").asText()).put("_step", rows.size()));
            rows.add(JSON.createObjectNode().put("ledger/index", item.path("index").asLong())
                    .put("ledger/leaf_hash", item.path("leafHash").asText())
                    .put("ledger/event_id", entry.path("eventId").asText()).put("_step", rows.size()));
        }
    }

    private String history() throws IOException {
        Path file = directory.resolve("wandb-history.jsonl");
        Files.writeString(file, rows.stream().map(ObjectNode::toString).collect(Collectors.joining("\n", "", "\n")));
        return file.toString();
    }

    private static Ran run(String... arguments) throws Usage, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        ExitCode code = CompareLedger.compare(List.of(arguments), new Surroundings(Map.of(),
                new ByteArrayInputStream(new byte[0]), printed, printed, false, Thread::sleep));
        return new Ran(code, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whereBothFilesSayTheSameThereIsNothingToSay() throws Exception {
        // When
        Ran ran = run(EXAMPLE.toString(), history(), "--run", runId);
        // Then
        assertEquals(new Ran(ExitCode.DONE, "EQUAL  entries " + rows.size() / 2 + ", rows " + rows.size() / 2 + "\n"), ran);
    }

    @Test
    void everyDifferenceIsNamedByItsEntry() throws Exception {
        // Given
        long first = rows.get(1).path("ledger/index").asLong();
        rows.get(1).put("ledger/leaf_hash", "ab".repeat(32));
        rows.remove(rows.size() - 1);
        // When
        Ran ran = run(EXAMPLE.toString(), history());
        // Then
        assertEquals(ExitCode.REJECTED, ran.code);
        assertTrue(ran.out.startsWith("NOT EQUAL: differences 2"), ran.out);
        assertTrue(ran.out.contains("other-leaf-hash  entry " + first), ran.out);
        assertTrue(ran.out.contains("entry-without-row  entry "), ran.out);
    }

    @Test
    void programsReadTheSameAsJson() throws Exception {
        // When
        JsonNode told = JSON.readTree(run(EXAMPLE.toString(), history(), "--json", "--run", "another").out);
        // Then
        assertEquals(false, told.path("equal").asBoolean(true));
        assertEquals("wrong-run", told.path("differences").path(0).path("code").asText());
    }

    @Test
    void whatIsNoExportOrNoHistoryIsSaidSo() throws Exception {
        // Given
        String history = history();
        // When, then
        assertEquals(ExitCode.REJECTED, run(history, history).code);
        Ran page = run(EXAMPLE.toString(), Files.writeString(directory.resolve("page"), "<html>").toString(), "--json");
        assertEquals(ExitCode.REJECTED, page.code);
        assertTrue(page.out.contains("no history of a run"), page.out);
        assertThrows(Usage.class, () -> run(EXAMPLE.toString()));
        assertThrows(NoSuchFileException.class, () -> run(EXAMPLE.toString(), directory.resolve("none").toString()));
    }
}
