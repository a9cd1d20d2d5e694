package dev.touchstone.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.local.agents.Sample;
import dev.touchstone.local.client.Progress;

class OutcomeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void isAsItShouldWhenTheGoodOneAloneIsPublished() throws Exception {
        Candidate good = candidate(Sample.GOOD, "published");
        Candidate leaky = candidate(Sample.LEAKY, "rejected");

        assertTrue(new Outcome(List.of(good, leaky, candidate(Sample.REFUSER, "rejected"))).isAsItShould());
        assertFalse(new Outcome(List.of(good, leaky, candidate(Sample.REFUSER, "published"))).isAsItShould());
        assertFalse(new Outcome(List.of(candidate(Sample.GOOD, "rejected"), leaky)).isAsItShould());
        assertFalse(new Outcome(List.of(good, candidate(Sample.LEAKY, "awaiting_decision"))).isAsItShould());
        assertFalse(new Outcome(List.of(good, new Candidate(Sample.LEAKY, "id"))).isAsItShould());
    }

    @Test
    void printsAnObjectALine() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new Outcome(List.of(candidate(Sample.GOOD, "published"), new Candidate(Sample.LEAKY, "id-2")))
                .printJson(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        JsonNode good = JSON.readTree(lines.getFirst());
        assertEquals("good", good.path("agent").asText());
        assertEquals("run-1", good.path("runId").asText());
        assertEquals("http://w/runs/run-1", good.path("runUrl").asText());
        assertEquals(71.5, good.path("trustScore").asDouble());
        assertTrue(good.path("verdict").isNull());
        assertEquals("id-2", JSON.readTree(lines.getLast()).path("id").asText());
    }

    @Test
    void findsTheOfflineDirectoriesOfItsRuns() throws Exception {
        Path run = Files.createDirectories(directory.resolve("wandb/offline-run-20260101_000000-run-1"));
        Files.createDirectories(directory.resolve("wandb/offline-run-20260101_000000-other"));

        assertEquals(List.of(run), OfflineRuns.of(directory, List.of("run-1")));
        assertEquals(List.of(), OfflineRuns.of(directory.resolve("none"), List.of("run-1")));
    }

    private static Candidate candidate(Sample sample, String state) throws Exception {
        Candidate candidate = new Candidate(sample, "id-1");
        candidate.update(new Progress(JSON.readTree("""
                {"state":"%s","terminal":%s,"verdict":null,"trustScore":{"score":71.5},
                 "wandbRun":{"runId":"run-1","url":"http://w/runs/run-1","state":"online"},
                 "links":{"review":"http://r/submissions/id-1"}}""".formatted(state, !state.startsWith("awaiting")))));
        return candidate;
    }
}
