package dev.touchstone.local.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.local.agents.Sample;
import dev.touchstone.local.demo.Checkout.Ended;
import dev.touchstone.local.demo.Recordings.Said;
import dev.touchstone.local.processes.Memory;
import dev.touchstone.local.processes.Pid;
import dev.touchstone.local.system.Keys;
import dev.touchstone.local.system.Ports;
import dev.touchstone.local.system.Service;
import dev.touchstone.local.system.Settings;
import dev.touchstone.local.system.SystemState;
import dev.touchstone.local.system.Wandb;

/** The packaged system from start to stop, as {@code ./touchstone} runs it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TWO_GIBIBYTES = 2_048;

    private static Checkout checkout;
    private static Keys keys;
    private static Ended demo;
    private static JudgedAgain judgedAgain;
    private static final Map<String, JsonNode> BY_AGENT = new LinkedHashMap<>();

    @BeforeAll
    static void runTheDemoOnce() throws Exception {
        checkout = new Checkout(Files.createTempDirectory("touchstone it").resolve("da ta"), Ports.free());
        Ended up = checkout.run(Map.of(), "up");
        assertEquals(0, up.code(), up.output() + up.errors());
        keys = Keys.of(checkout.layout()).orElseThrow();
        keys.lines(new Settings(checkout.layout(), checkout.ports(), new Wandb.Emulated(), false))
                .forEach(line -> assertTrue(up.output().contains(line), up.output()));
        judgedAgain = JudgedAgain.submit(checkout.ports(), keys);
        demo = checkout.run(Map.of(), "demo", "--once", "--json", "--timeout", "240");
        for (String line : demo.output().lines().toList()) {
            JsonNode outcome = JSON.readTree(line);
            BY_AGENT.put(outcome.path("agent").asText(), outcome);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        checkout.run(Map.of(), "down", "--delete-data");
    }

    @Test
    @Order(1)
    void publishesTheGoodAgentAndRejectsTheBadOnes() {
        assertEquals(0, demo.code(), demo.errors());
        assertEquals("published", state("good"));
        assertEquals("rejected", state("leaky"));
        assertEquals("rejected", state("refuser"));
        assertTrue(outcome("good").path("trustScore").isNumber());
    }

    @Test
    @Order(2)
    void everyRecordOnEveryTopicCarriesTheRunOfItsSubmission() {
        Map<String, String> runs = BY_AGENT.values().stream()
                .collect(Collectors.toMap(one -> one.path("id").asText(), one -> one.path("runId").asText()));
        runs.put(judgedAgain.id(), judgedAgain.runId());

        List<Said> said = Recordings.said(checkout.ports());

        assertEquals(runs.keySet(), said.stream().map(Said::submissionId).collect(Collectors.toSet()));
        assertEquals(List.of(), said.stream().filter(each -> !each.runId().equals(runs.get(each.submissionId()))).toList());
        assertEquals(said.size(), said.stream().map(Said::id).distinct().count());
        assertEquals(List.of(), said.stream().filter(each -> each.topic().endsWith("dead-letter")).toList());
    }

    @Test
    @Order(3)
    void theRunHasOneRowForEachEventAndItsStepsHaveNoGap() throws Exception {
        for (JsonNode outcome : BY_AGENT.values()) {
            JsonNode run = Recordings.run(checkout.ports().emulatorUrl(), outcome.path("runId").asText());
            List<JsonNode> rows = Recordings.history(run);
            List<Said> said = Recordings.rowsExpected(checkout.ports(), outcome.path("id").asText());

            assertEquals(Recordings.upTo(said.size()), Recordings.steps(rows));
            List<String> events = rows.stream().filter(row -> row.has("event/id")).map(row -> row.path("event/id").asText())
                    .sorted().toList();
            assertEquals(said.stream().filter(each -> !each.event().equals("ledger_appended")).map(Said::id).sorted().toList(),
                    events);
            assertEquals(events.size(), new HashSet<>(events).size());
            assertTrue(run.path("gaps").isEmpty() && run.path("conflicts").isEmpty(), run.toString());
        }
    }

    @Test
    @Order(4)
    void theRunEndsAsTheReviewDid() throws Exception {
        assertEquals("finished", run("good").path("state").asText());
        assertEquals(0, run("good").path("exitCode").asInt(-1));
        assertEquals("failed", run("leaky").path("state").asText());
        assertEquals(1, run("leaky").path("exitCode").asInt(-1));
    }

    @Test
    @Order(5)
    void progressLedgerAndPageNameTheSameRun() throws Exception {
        for (JsonNode outcome : BY_AGENT.values()) {
            String id = outcome.path("id").asText();
            String runId = outcome.path("runId").asText();
            JsonNode progress = Http.get(checkout.ports().url(Service.SUBMISSION)
                    .resolve("/api/v1/submissions/" + id + "/progress"), keys.client());
            assertEquals(runId, progress.path("wandbRun").path("runId").asText());

            JsonNode entries = Http.get(checkout.ports().url(Service.REVIEW).resolve("/review/ledger/" + id), keys.house())
                    .path("entries");
            assertFalse(entries.isEmpty());
            entries.forEach(entry -> assertEquals(runId, entry.path("wandbRunId").asText()));

            String page = Http.text(checkout.ports().url(Service.REVIEW).resolve("/submissions/" + id), "text/html",
                    keys.house());
            assertTrue(page.contains("href=\"" + outcome.path("runUrl").asText() + "\""), "the page has no link to the run");
        }
    }

    @Test
    @Order(6)
    void theClientSubmitsFollowsAndTakesBack() throws Exception {
        Path submission = Files.createTempDirectory("touchstone-it").resolve("submission.json");
        Path card = submission.resolveSibling("card.json");
        Files.writeString(submission, "{\"agentId\":\"it-client\",\"revision\":\"1\"}");
        Files.writeString(card, Http.get(URI.create("http://127.0.0.1:" + checkout.ports().of(Sample.LEAKY)
                + "/.well-known/agent-card.json")).toString());

        Ended valid = client("validate", submission.toString(), "--card", card.toString());
        Ended submitted = client("submit", submission.toString(), "--card", card.toString(), "--json");
        String id = JSON.readTree(submitted.output()).path("submissionId").asText();
        Ended again = client("submit", submission.toString(), "--card", card.toString(), "--json");
        Ended cancelled = client("cancel", id, "--reason", "only a trial");
        Ended watched = client("watch", id, "--timeout", "60");
        Ended events = client("events", id, "--follow", "--json", "--timeout", "60");
        Ended tooLate = client("cancel", outcome("good").path("id").asText());

        assertEquals(List.of(0, 0, 0, 0, 5, 0, 3), Stream.of(valid, submitted, again, cancelled, watched, events, tooLate)
                .map(Ended::code).toList(), watched.output() + watched.errors() + tooLate.errors());
        assertEquals(id, JSON.readTree(again.output()).path("duplicateOf").asText());
        assertTrue(watched.output().contains("CANCELLED  it-client 1"), watched.output());
        assertTrue(events.output().lines().anyMatch(line -> line.contains("\"event\":\"cancelled\"")), events.output());
    }

    @Test
    @Order(7)
    void aReviewerHasAWholePanelJudgeAgainWithAnotherLlm() throws Exception {
        judgedAgain.askForAnotherLlm();

        JsonNode first = judgedAgain.judge("completed", 1).orElseThrow().path("summary");
        assertEquals(List.of("dry-run", "dry-run"), texts(first.path("llm"), "state"));
        assertEquals("manual", first.path("verdict").asText());
        JsonNode second = judgedAgain.judge("completed", 2).orElseThrow().path("summary");
        assertEquals(List.of("on", "on"), texts(second.path("llm"), "state"));
        assertEquals(List.of("scripted-judge-2", "scripted-judge-2"), texts(second.path("llm"), "model"));
        assertEquals(List.of("0.7", "0.7"), texts(second.path("llm"), "temperature"));
        assertTrue(texts(second.path("jury"), "juror").containsAll(List.of("rubric", "one", "two")), second.toString());
        assertFalse(texts(second.path("jury"), "servedBy").isEmpty());
        assertEquals("local house", judgedAgain.judge("llm_override_received", 2).orElseThrow().path("requestedBy").asText());
        JsonNode applied = judgedAgain.judge("llm_override_applied", 2).orElseThrow().path("settings");
        assertEquals("scripted-judge-2", applied.path("model").asText());
        assertEquals(0.7, applied.path("temperature").asDouble());
    }

    @Test
    @Order(8)
    void whatWasAskedForAndAppliedIsInProgressPageLedgerAndRun() throws Exception {
        JsonNode told = judgedAgain.progress().path("llmOverrides").path(0);
        assertEquals(2, told.path("attempt").asInt());
        assertEquals("really ask them", told.path("reason").asText());
        assertEquals("scripted-judge-2", told.path("applied").path("model").asText());

        assertTrue(judgedAgain.page().contains("really ask them"));

        JsonNode sealed = judgedAgain.ledger("llm_override_applied").getFirst();
        assertEquals(2, sealed.path("attempt").asInt());
        assertEquals("scripted-judge-2", sealed.path("llmSettings").path("model").asText());
        assertEquals(1, judgedAgain.ledger("llm_override_received").size());

        await().atMost(Duration.ofSeconds(20)).until(() -> JSON.readTree(judgedAgain.run().path("summary").asText())
                .path("llm_override/applied").asInt() == 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> judgedAgain.run().path("config").asText().contains("judge_models"));
        assertTrue(judgedAgain.run().path("config").asText().contains("scripted-judge-2"));
    }

    private static List<String> texts(JsonNode array, String member) {
        return StreamSupport.stream(array.spliterator(), false).map(each -> each.path(member))
                .map(each -> each.isValueNode() ? each.asText() : each.toString()).toList();
    }

    @Test
    @Order(9)
    void noLogHasAKey() throws Exception {
        try (Stream<Path> logs = Files.walk(checkout.layout().logs())) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(log);
                assertFalse(text.contains(keys.client().secret()) || text.contains(keys.house().secret()), log.toString());
            }
        }
    }

    /** Without the key that a developer may have in the environment. */
    private static Ended client(String... arguments) throws Exception {
        Ended ended = checkout.run(Map.of("TOUCHSTONE_API_KEY", "", "TOUCHSTONE_URL", ""), arguments);
        assertFalse((ended.output() + ended.errors()).contains(keys.client().secret()), ended.output());
        return ended;
    }

    @Test
    @Order(10)
    void needsLessThanTwoGibibytes() throws Exception {
        Pid launcher = SystemState.read(checkout.layout().state()).orElseThrow().launcher();
        long total = Memory.of(launcher.number()).orElseThrow();
        for (Pid each : checkout.layout().pidFiles().all().values()) {
            total += Memory.ofAll(each.number()).orElseThrow();
        }

        assertTrue(total < TWO_GIBIBYTES, total + " MiB");
    }

    @Test
    @Order(11)
    void statusIsWellWhileItRunsAndSaysSoWhenNothingDoes() throws Exception {
        List<Pid> processes = List.copyOf(checkout.layout().pidFiles().all().values());
        assertEquals(0, checkout.run(Map.of(), "status").code());

        Ended down = checkout.run(Map.of(), "down");

        assertEquals("Stopped.\n", down.output());
        assertEquals(List.of(), processes.stream().filter(Pid::isAlive).toList());
        assertEquals(List.of(), checkout.ports().taken(true));
        assertEquals(3, checkout.run(Map.of(), "status").code());
        assertTrue(Files.isDirectory(checkout.data()));
    }

    @Test
    @Order(12)
    void deletesItsDataOnlyOnRequest() throws Exception {
        checkout.run(Map.of(), "down", "--delete-data");

        assertFalse(Files.exists(checkout.data()));
    }

    private static JsonNode run(String agent) throws Exception {
        return Recordings.run(checkout.ports().emulatorUrl(), outcome(agent).path("runId").asText());
    }

    private static String state(String agent) {
        return outcome(agent).path("state").asText();
    }

    private static JsonNode outcome(String agent) {
        return BY_AGENT.getOrDefault(agent, JSON.createObjectNode());
    }
}
