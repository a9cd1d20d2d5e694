package dev.touchstone.local.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.RecordStatement.ArtifactLogged;
import dev.touchstone.events.RecordStatement.ArtifactNotLogged;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Failed;

/** Compares what W&amp;B has besides lines with what could be had, with what the service says of it, and with what it told. */
final class UploadsCheck {

    private static final String SUITE = "dataset";

    private final Map<String, JsonNode> runs;
    /** How often each was told, by place and name. */
    private final Map<String, Integer> told = new TreeMap<>();
    /** As people call it, by W&amp;B's id. */
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> suites = new TreeSet<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /**
     * @param runs as the emulator has them, by id
     * @param told what telemetry-service told, each event once
     */
    UploadsCheck(Map<String, JsonNode> runs, List<StageEvent> told) {
        this.runs = runs;
        runs.values().forEach(run -> run.path("artifacts")
                .forEach(artifact -> names.put(artifact.path("id").asText(), artifact.path("name").asText())));
        told.forEach(event -> {
            if (event.body() instanceof ArtifactLogged logged) {
                this.told.merge(place(event, logged.name()) + " logged", 1, Integer::sum);
            } else if (event.body() instanceof ArtifactNotLogged refused) {
                this.told.merge(place(event, refused.name()) + " refused", 1, Integer::sum);
            }
        });
    }

    /** How many came to what, with the reasons. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** @param uploads as the service tells of them */
    void check(Life life, JsonNode uploads) {
        JsonNode run = Objects.requireNonNull(runs.get(life.runId()), life.runId());
        Map<UUID, StageEvent> events = life.events().stream().collect(Collectors.toMap(StageEvent::id, event -> event));
        Map<String, Boolean> settled = new TreeMap<>();
        Map<String, JsonNode> logged = new TreeMap<>();
        for (JsonNode upload : uploads) {
            String state = upload.path("state").asText();
            String type = upload.path("type").asText();
            outcomes.merge(type + " " + state + " " + upload.path("reason").asText(), 1, Integer::sum);
            if (type.equals("alert")) {
                assertEquals("logged", state, life.runId() + ": " + upload);
                continue;
            }
            String key = upload.path("eventId").asText() + "/" + type;
            settled.put(key, state.equals("logged"));
            String place = place(cause(events, upload), upload.path("name").asText());
            assertEquals(1, told.getOrDefault(place + " " + state, 0), life.runId() + ": how often was told " + place);
            if (state.equals("logged")) {
                logged.put(key, upload);
            }
        }
        assertEquals(life.exhibits().had(), settled, life.runId() + ": what is an artifact, and what was refused");
        artifacts(life, run, logged);
        alerts(life, run);
    }

    private void artifacts(Life life, JsonNode run, Map<String, JsonNode> logged) {
        Map<String, JsonNode> made = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode artifact : run.path("artifacts")) {
            assertTrue(artifact.path("committed").asBoolean(), life.runId() + ": not committed " + artifact);
            made.put(artifact.path("id").asText(), artifact);
            if (!artifact.path("type").asText().equals(SUITE)) {
                ids.add(artifact.path("id").asText());
            }
        }
        Set<String> wanted = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        logged.forEach((key, upload) -> {
            String id = upload.path("artifactId").asText();
            if (key.endsWith("/" + SUITE)) {
                suites.add(id);
                used.add(names.getOrDefault(id, "no such artifact: " + id));
            } else {
                wanted.add(id);
                Set<String> has = new TreeSet<>();
                made.getOrDefault(id, run.path("none")).path("digests").forEach(digest -> has.add(digest.asText()));
                assertTrue(has.containsAll(life.exhibits().contents().getOrDefault(key, List.of())),
                        life.runId() + ": contents of " + upload);
            }
        });
        assertEquals(wanted.stream().sorted().toList(), ids.stream().sorted().toList(), life.runId() + ": artifacts");
        Set<String> usedThere = new TreeSet<>();
        run.path("usedArtifacts").forEach(name -> usedThere.add(name.asText()));
        assertEquals(used, usedThere, life.runId() + ": used suites");
    }

    private static void alerts(Life life, JsonNode run) {
        Map<String, Integer> heard = new TreeMap<>();
        for (JsonNode alert : run.path("alerts")) {
            if (alert.path("delivered").asBoolean()) {
                heard.merge(alert.path("title").asText(), 1, Integer::sum);
            }
        }
        long failed = life.events().stream()
                .filter(event -> event.body() instanceof Failed gate && gate.reasonCode().equals("gate_failed")).count();
        assertEquals(failed, heard.size(), life.runId() + ": alerts " + heard);
        heard.forEach((title, times) -> assertEquals(1, times, life.runId() + ": how often was heard " + title));
    }

    /** The suites that every run uses are versions once, however many runs found them missing at the same time. */
    void checkAll(int expectedSuites) {
        assertEquals(expectedSuites, suites.size(), "versions of suites: " + suites);
        told.forEach((what, times) -> assertEquals(1, times, "how often was told " + what));
        assertEquals(outcomes.entrySet().stream().filter(outcome -> !outcome.getKey().startsWith("alert "))
                .mapToInt(Map.Entry::getValue).sum(), told.size(), "told of");
    }

    private static StageEvent cause(Map<UUID, StageEvent> events, JsonNode upload) {
        return Objects.requireNonNull(events.get(UUID.fromString(upload.path("eventId").asText())),
                () -> "of no event: " + upload);
    }

    private static String place(StageEvent event, String name) {
        return event.submissionId() + "/" + event.review().workflowRunId() + "/" + event.stage().key() + "/" + event.attempt()
                + "/" + name;
    }
}
