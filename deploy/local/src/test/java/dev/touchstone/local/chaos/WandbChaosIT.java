package dev.touchstone.local.chaos;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.StageEvent;

/**
 * Two replicas that are killed again and again, a W&amp;B that fails in every way it is known to fail, events that come
 * twice, files that come late or never: at last every event is one line of its run, whatever it brought is one artifact
 * or was refused, and nothing is there that was not said. More, and the same again, by {@code -Dtouchstone.chaos.runs=200},
 * {@code .seconds=40} and {@code .seed=N}.
 */
class WandbChaosIT {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final int RUNS = Integer.getInteger("touchstone.chaos.runs", 16);
    private static final long SEED = Long.getLong("touchstone.chaos.seed", System.nanoTime());
    private static final Duration STORM = Duration.ofSeconds(Integer.getInteger("touchstone.chaos.seconds", 8));
    /** Below this a storm is none, however slow the machine. */
    private static final int LEAST_KILLS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(180 + 3L * RUNS);

    /** So impatient that a test need not wait for what a production system may. */
    private static final Map<String, String> IMPATIENT = Map.ofEntries(
            Map.entry("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS", "6000"),
            Map.entry("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_HEARTBEAT_INTERVAL_MS", "1500"),
            Map.entry("TOUCHSTONE_WANDB_REQUEST_TIMEOUT", "2S"), Map.entry("TOUCHSTONE_WANDB_CONNECT_TIMEOUT", "2S"),
            Map.entry("TOUCHSTONE_SENDER_LEASE", "10S"), Map.entry("TOUCHSTONE_SENDER_PACING", "0.2S"),
            Map.entry("TOUCHSTONE_SENDER_HEARTBEAT", "5S"), Map.entry("TOUCHSTONE_SENDER_QUIET_PERIOD", "1S"),
            Map.entry("TOUCHSTONE_SENDER_RESUME_AFTER", "20S"), Map.entry("TOUCHSTONE_SENDER_RETRY_WAIT", "0.2S"),
            Map.entry("TOUCHSTONE_SENDER_LONGEST_RETRY_WAIT", "1S"), Map.entry("TOUCHSTONE_SENDER_PARKED_WAIT", "1S"),
            Map.entry("TOUCHSTONE_EVIDENCE_TIMEOUT", "1S"), Map.entry("TOUCHSTONE_EVIDENCE_RETRY_WAIT", "0.2S"),
            Map.entry("TOUCHSTONE_EVIDENCE_LONGEST_RETRY_WAIT", "1S"), Map.entry("TOUCHSTONE_EVIDENCE_SIDE_BY_SIDE", "8"),
            // Nothing is given up while W&B fails, as it would not in a production system.
            Map.entry("TOUCHSTONE_EVIDENCE_LONGEST_WAIT", STORM.plusSeconds(10).toSeconds() + "S"),
            Map.entry("TOUCHSTONE_SENDER_POLL_INTERVAL", "1S"), Map.entry("TOUCHSTONE_SENDER_BACKLOG_INTERVAL", "1S"));

    private final Random random = new Random(SEED);
    private final Map<String, Life> said = new TreeMap<>();

    @Test
    void everyEventIsOneLineOfItsRunWhateverHappens() throws Exception {
        System.out.println("chaos runs=" + RUNS + " seed=" + SEED + " (touchstone.chaos.runs, touchstone.chaos.seed)");
        try (Bench bench = new Bench()) {
            // Given
            bench.startReplica(IMPATIENT);
            bench.startReplica(IMPATIENT);
            write(bench);
            await().atMost(PATIENCE).until(() -> bench.replicas().stream().allMatch(Replica::isUp));

            // When
            storm(bench);

            // Then
            awaitTheEnd(bench);
            check(bench);
            assertTrue(bench.makers().exports() > 0, "no trace came to Weave");
        }
    }

    private void write(Bench bench) {
        for (int number = 0; number < RUNS; number++) {
            Life life = Lives.of(random, bench.wandb(), bench.makers(), number);
            said.put(life.runId(), life);
        }
    }

    /** Says everything, in bursts and some of it twice, while replicas die and W&amp;B fails. */
    private void storm(Bench bench) throws Exception {
        FaultStorm faults = new FaultStorm(bench.wandb(), random);
        List<Deque<StageEvent>> lives = new ArrayList<>();
        said.values().forEach(life -> lives.add(new ArrayDeque<>(life.events())));
        int burst = 1 + said.values().stream().mapToInt(life -> life.events().size()).sum() / (int) (STORM.toMillis() / 100);
        int kills = 0;
        long begun = System.nanoTime();
        long nextKill = TimeUnit.SECONDS.toNanos(3);
        while (!lives.isEmpty() || kills < LEAST_KILLS || System.nanoTime() - begun < STORM.toNanos()) {
            assertTrue(System.nanoTime() - begun < PATIENCE.toNanos(), "the replicas do not come up again");
            for (int i = 0; i < burst && !lives.isEmpty(); i++) {
                sayNext(bench, lives);
            }
            if (random.nextInt(3) == 0) {
                faults.strike();
            }
            Replica victim = bench.replicas().get(random.nextInt(2));
            // One that is only starting has nothing to lose.
            if (System.nanoTime() - begun > nextKill && victim.isUp()) {
                victim.killAndStartAgain();
                kills++;
                nextKill = System.nanoTime() - begun + TimeUnit.MILLISECONDS.toNanos(2_000 + random.nextInt(7_000));
            }
            // The storm's own beat, not a wait for anything.
            TimeUnit.MILLISECONDS.sleep(100);
        }
        bench.flush();
        faults.calm();
        System.out.println("chaos events=" + said.values().stream().mapToInt(life -> life.events().size()).sum()
                + " kills=" + kills + " faults=" + faults.ordered());
    }

    private void sayNext(Bench bench, List<Deque<StageEvent>> lives) {
        int which = random.nextInt(lives.size());
        StageEvent event = lives.get(which).removeFirst();
        bench.send(event);
        if (random.nextInt(10) == 0) {
            bench.send(event);
        }
        if (lives.get(which).isEmpty()) {
            lives.remove(which);
        }
    }

    private void awaitTheEnd(Bench bench) {
        long begun = System.nanoTime();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            Map<String, String> unfinished = new TreeMap<>();
            Map<String, JsonNode> runs = runs(bench);
            said.forEach((id, whole) -> {
                List<StageEvent> life = whole.events();
                JsonNode run = runs.getOrDefault(id, JSON.missingNode());
                String state = Expected.of(life).exitCode() == 0 ? "finished" : "failed";
                if (run.path("history").size() != life.size() || !run.path("state").asText().equals(state)) {
                    unfinished.put(id,
                            run.path("state").asText("absent") + " " + run.path("history").size() + "/" + life.size());
                }
            });
            assertEquals(Map.of(), unfinished,
                    () -> "of " + RUNS + " runs " + unfinished.size() + " are not at their end; seed " + SEED
                            + "; the service says " + told(bench, unfinished.keySet()));
        });
        System.out.println("chaos settled after " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + " s");
    }

    /** What the service itself says of the first of these runs. */
    private String told(Bench bench, Set<String> runs) {
        try {
            Life life = Objects.requireNonNull(said.get(runs.iterator().next()));
            return service(bench, "/telemetry/runs/" + life.events().getFirst().submissionId()).toString();
        } catch (Exception silent) {
            return "nothing: " + silent;
        }
    }

    private void check(Bench bench) throws Exception {
        Map<String, JsonNode> runs = runs(bench);
        assertEquals(said.keySet(), runs.keySet(), "runs");
        for (Map.Entry<String, Life> each : said.entrySet()) {
            checkRun(each.getKey(), each.getValue().events(), runs.getOrDefault(each.getKey(), JSON.missingNode()));
        }
        checkFigures(bench);
        checkUploads(bench, runs);
    }

    private static void checkRun(String id, List<StageEvent> life, JsonNode run) throws Exception {
        List<JsonNode> history = new ArrayList<>();
        for (JsonNode line : run.path("history")) {
            history.add(JSON.readTree(line.asText()));
        }
        Expected expected = Expected.of(life);
        assertEquals(marks(life), lineMarks(history), id + ": the events that are lines, and how often");
        for (int line = 0; line < history.size(); line++) {
            assertEquals(line, history.get(line).path("_step").asInt(-1), id + ": steps without a gap");
        }
        assertEquals(expected.exitCode(), run.path("exitCode").asInt(-1), id + ": exit code");
        JsonNode summary = JSON.readTree(run.path("summary").asText());
        expected.summary().forEach((key, value) -> assertEquals(value, plain(summary.path(key)), id + ": summary " + key));
        assertEquals(history.size(), run.path("console").size(), id + ": console lines");
        for (String loss : List.of("gaps", "conflicts", "violations")) {
            assertEquals(0, run.path(loss).size(), id + ": " + loss + " " + run.path(loss));
        }
    }

    /** A stage event by its id, a ledger entry by its place: each once. */
    private static Map<String, Integer> marks(List<StageEvent> life) {
        Map<String, Integer> marks = new TreeMap<>();
        life.forEach(event -> marks.merge(event.body() instanceof LedgerAppended entry ? "ledger " + entry.index()
                : event.id().toString(), 1, Integer::sum));
        return marks;
    }

    private static Map<String, Integer> lineMarks(List<JsonNode> history) {
        Map<String, Integer> marks = new TreeMap<>();
        history.forEach(row -> marks.merge(row.has("event/id") ? row.path("event/id").asText()
                : "ledger " + row.path("ledger/index").asLong(-1), 1, Integer::sum));
        return marks;
    }

    private static Object plain(JsonNode value) {
        return value.isNumber() ? (Object) value.doubleValue() : value.asText();
    }

    private void checkUploads(Bench bench, Map<String, JsonNode> runs) throws Exception {
        UploadsCheck check = new UploadsCheck(runs, bench.told());
        for (Life life : said.values()) {
            check.check(life, service(bench, "/telemetry/runs/" + life.events().getFirst().submissionId()).path("uploads"));
        }
        System.out.println("chaos uploads=" + check.outcomes());
        check.checkAll(Exhibits.SUITES.size());
    }

    private static JsonNode service(Bench bench, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(bench.address(0).resolve(path))
                .header("Authorization", "Bearer " + bench.serviceKey().secret()).build();
        return JSON.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** What the service says of itself is what the emulator has. */
    private void checkFigures(Bench bench) throws Exception {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            Map<String, String> behind = new HashMap<>();
            for (JsonNode run : service(bench, "/telemetry/runs?limit=200")) {
                String id = run.path("wandbRun").path("runId").asText();
                int lines = said.containsKey(id) ? said.get(id).events().size() : 0;
                if (run.path("linesStored").asInt() != lines || run.path("linesSent").asInt() != lines
                        || !run.path("complete").asBoolean()) {
                    behind.put(id, run.toString());
                }
            }
            assertEquals(Map.of(), behind);
        });
    }

    private static Map<String, JsonNode> runs(Bench bench) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(bench.wandb().resolve("/admin/runs")).build();
        Map<String, JsonNode> runs = new TreeMap<>();
        for (JsonNode run : JSON.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream()).body())) {
            runs.put(run.path("runId").asText(), run);
        }
        return runs;
    }
}
