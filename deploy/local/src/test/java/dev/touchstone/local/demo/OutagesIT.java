package dev.touchstone.local.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.agents.Sample;
import dev.touchstone.local.client.Progress;
import dev.touchstone.local.demo.Checkout.Ended;
import dev.touchstone.local.demo.Recordings.Said;
import dev.touchstone.local.processes.Pid;
import dev.touchstone.local.system.Keys;
import dev.touchstone.local.system.Ports;
import dev.touchstone.local.system.Service;
import dev.touchstone.local.system.SystemState;
import dev.touchstone.local.wandb.WandbEmulator;

/** Reviews go on, and leave the same behind, whatever dies while they run. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutagesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SOME_CASES = 8;
    /** Stands for a secret in what the sandbox stores. */
    private static final String SECRET = "[canary]";

    private static WandbEmulator emulator;
    private static Gate gate;
    private static Checkout checkout;
    private static Keys keys;
    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        Ports ports = Ports.free();
        emulator = WandbEmulator.start(0);
        // The port that the launcher's own emulator would have.
        gate = new Gate(ports.emulator(), emulator.url());
        checkout = new Checkout(Files.createTempDirectory("touchstone-it").resolve("data"), ports);
        up();
        keys = Keys.of(checkout.layout()).orElseThrow();
        api = new Api(ports, keys);
    }

    @AfterAll
    static void stop() throws Exception {
        checkout.run(Map.of(), "down", "--delete-data");
        gate.close();
        emulator.close();
    }

    @Test
    @Order(1)
    void aKilledSandboxGoesOnWhereItWas() throws Exception {
        String id = submit();
        await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> stored(id).size() >= SOME_CASES);

        kill(Service.SANDBOX.module());
        Instant killed = Instant.now();
        Map<String, JsonNode> before = stored(id);
        assertFalse(before.isEmpty(), "the kill came too late to show anything");
        end(id);

        Map<String, JsonNode> report = report(id);
        assertTrue(report.size() > before.size(), "there was nothing left to do");
        before.forEach((item, turns) -> assertEquals(said(turns, "/heard/text"),
                said(report.getOrDefault(item, MissingNode.getInstance()), "/answer"), item));
        assertEquals(List.of(), askedAgain(before, killed));
        assertOnceEach(id);
    }

    @Test
    @Order(2)
    void nothingWaitsForWandbAndTheRunIsCompleteAfterwards() throws Exception {
        String id = submit();
        await().atMost(PATIENCE).until(() -> progress(id).step("security").filter(step -> !step.status().equals("pending"))
                .isPresent());

        gate.close();
        Progress ended = end(id);
        assertEquals("published", ended.state());
        assertFalse(api.isRecorded(id));
        await().atMost(PATIENCE).until(() -> progress(id).runState().equals("catching-up"));
        gate.open();

        await().atMost(PATIENCE).until(() -> api.isRecorded(id));
        assertOnceEach(id);
        assertEquals("finished", Recordings.run(emulator.url(), ended.runId()).path("state").asText());
    }

    @Test
    @Order(3)
    void aNewLauncherStopsWhatAKilledOneLeftAndFindsItsData() throws Exception {
        String id = submit();
        // Later than any stage that speaks to the agent: the samples die with their launcher.
        await().atMost(PATIENCE).until(() -> progress(id).awaitsDecision());
        Pid launcher = SystemState.read(checkout.layout().state()).orElseThrow().launcher();
        List<Pid> orphans = List.copyOf(checkout.layout().pidFiles().all().values());

        launcher.process().orElseThrow().destroyForcibly();
        await().until(() -> !launcher.isAlive());
        String told = up();

        assertTrue(told.contains("stopped what a killed launcher had left: "), told);
        assertEquals(List.of(), orphans.stream().filter(Pid::isAlive).toList());
        assertEquals("published", end(id).state());
        assertOnceEach(id);
    }

    /** Each event is one row of the run, and none is there or in the ledger twice. */
    private static void assertOnceEach(String id) throws Exception {
        await().atMost(PATIENCE).until(() -> api.isRecorded(id));
        // The last ledger entries come after the end, and the run is resumed for them.
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(Recordings.rowsExpected(checkout.ports(), id).size(),
                Recordings.history(run(id)).size()));
        List<Said> said = Recordings.rowsExpected(checkout.ports(), id);
        JsonNode run = run(id);
        List<JsonNode> rows = Recordings.history(run);

        assertEquals(Recordings.upTo(said.size()), Recordings.steps(rows));
        List<String> events = Recordings.eventsOf(rows).stream().filter(event -> !event.isEmpty()).sorted().toList();
        assertEquals(said.stream().filter(each -> !each.event().equals("ledger_appended")).map(Said::id).sorted().toList(),
                events);
        assertTrue(run.path("gaps").isEmpty() && run.path("conflicts").isEmpty(), run.toString());
        assertEquals(1, said.stream().filter(each -> each.stage().equals("security") && each.event().equals("completed"))
                .count());
        List<String> recorded = new ArrayList<>();
        Http.get(checkout.ports().url(Service.REVIEW).resolve("/review/ledger/" + id), keys.house()).path("entries")
                .forEach(entry -> recorded.add(entry.path("eventId").asText()));
        assertEquals(recorded.size(), new HashSet<>(recorded).size());
    }

    private static JsonNode run(String id) throws Exception {
        return Recordings.run(emulator.url(), progress(id).runId());
    }

    private static String up() throws Exception {
        Ended up = checkout.run(Map.of("WANDB_API_KEY", "0123456789abcdef0123456789abcdef01234567"), "up", "--wandb",
                gate.url().toString());
        assertEquals(0, up.code(), up.output() + up.errors());
        return up.output();
    }

    private static String submit() throws Exception {
        URI card = URI.create("http://127.0.0.1:" + checkout.ports().of(Sample.GOOD) + "/.well-known/agent-card.json");
        ObjectNode submission = JSON.createObjectNode().put("agentId", "it-good")
                .put("revision", "r" + UUID.randomUUID());
        submission.set("cardDocument", Http.get(card));
        Api.Answer answer = api.submit(JSON.writeValueAsBytes(submission), UUID.randomUUID().toString());
        assertEquals(202, answer.status(), answer.body().toString());
        return answer.body().path("submissionId").asText();
    }

    /** Decides as the demo does until the review has ended. */
    private static Progress end(String id) throws Exception {
        Candidate candidate = new Candidate(Sample.GOOD, id);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            api.progress(id).ifPresent(candidate::update);
            Optional<Integer> attempt = candidate.undecided();
            if (attempt.isPresent() && decided(candidate)) {
                candidate.decided(attempt.get());
            }
            return candidate.isTerminal();
        });
        return candidate.progress().orElseThrow();
    }

    private static boolean decided(Candidate candidate) throws IOException, InterruptedException {
        return api.decide(candidate.submissionId(), Ruling.on(candidate.progress().orElseThrow())).isSuccess();
    }

    private static Progress progress(String id) throws InterruptedException {
        return api.progress(id).orElseGet(() -> new Progress(JSON.createObjectNode()));
    }

    private static void kill(String part) throws Exception {
        checkout.layout().pidFiles().read(part).orElseThrow().process().orElseThrow().destroyForcibly();
    }

    /** Prompt, answer and latency of each turn. */
    private static List<List<String>> said(JsonNode turns, String answer) {
        List<List<String>> said = new ArrayList<>();
        turns.forEach(turn -> said.add(List.of(turn.path("prompt").asText(), turn.at(answer).asText(),
                turn.path("latencyMillis").asText())));
        return said;
    }

    /** The turns of the security run by case, as long as it goes on: they are forgotten when it ends. */
    private static Map<String, JsonNode> stored(String id) throws Exception {
        Map<String, JsonNode> stored = new TreeMap<>();
        try (Connection database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + checkout.ports().database() + "/" + Service.SANDBOX.key(), "postgres",
                "postgres");
                PreparedStatement query = database.prepareStatement("select item, result from job_checkpoint join job on "
                        + "job.id = job_id where submission_id = ?::uuid and stage = 'security' and result <> '' "
                        + "and item not like 'spent/%'")) {
            query.setString(1, id);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                stored.put(rows.getString(1), JSON.readTree(rows.getString(2)).at("/transcript/turns"));
            }
        }
        return stored;
    }

    /** What the security report says was exchanged, by case; no case may be in it twice. */
    private static Map<String, JsonNode> report(String id) throws Exception {
        URI review = checkout.ports().url(Service.REVIEW);
        Map<String, JsonNode> report = new TreeMap<>();
        for (JsonNode entry : Http.get(review.resolve("/review/ledger/" + id), keys.house()).path("entries")) {
            for (JsonNode artifact : entry.path("artifacts")) {
                if (artifact.path("name").asText().equals("security_report.jsonl")) {
                    String lines = Http.text(review.resolve(artifact.path("download").asText()), "*/*", keys.house());
                    for (String line : lines.lines().toList()) {
                        JsonNode row = JSON.readTree(line);
                        assertNull(report.put(row.path("caseId").asText(), row.path("exchanges")), line);
                    }
                }
            }
        }
        return report;
    }

    /** The cases of which the agent was asked anything after the kill although their results were stored before. */
    private static List<String> askedAgain(Map<String, JsonNode> before, Instant killed) throws Exception {
        List<String> later = new ArrayList<>();
        for (String line : Files.readAllLines(checkout.layout().log("agent-good"))) {
            JsonNode message = JSON.readTree(line);
            if (Instant.parse(message.path("at").asText()).isAfter(killed)) {
                later.add(message.path("text").asText());
            }
        }
        List<String> again = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : before.entrySet()) {
            String prompt = lastPart(each.getValue());
            if (!prompt.isEmpty() && later.stream().anyMatch(text -> text.endsWith(prompt))) {
                again.add(each.getKey());
            }
        }
        return again;
    }

    /** The last prompt of the case, without the secret that it was told first: that is not stored in clear. */
    private static String lastPart(JsonNode turns) {
        String prompt = turns.path(turns.size() - 1).path("prompt").asText("");
        int secret = prompt.lastIndexOf(SECRET);
        return secret < 0 ? prompt : prompt.substring(secret + SECRET.length());
    }
}
