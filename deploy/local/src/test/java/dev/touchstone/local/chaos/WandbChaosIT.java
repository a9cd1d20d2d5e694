package dev.touchstone.local.chaos;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
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
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.StageEvent;

/**
 * Two replicas that are killed again and again, a W&amp;B that fails in every way it is known to fail, events that come
 * twice: at last every event is one line of its run, and nothing is there that was not said.
 */
@EnabledIfSystemProperty(named = "touchstone.chaos.runs", matches = "[1-9][0-9]*", disabledReason = "runs on request: "
        + "-Dtouchstone.chaos.runs=200, and with -Dtouchstone.chaos.seed=N the same again")
class WandbChaosIT {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final int RUNS = Integer.getInteger("touchstone.chaos.runs", 200);
    private static final long SEED = Long.getLong("touchstone.chaos.seed", System.nanoTime());
    private static final Duration STORM = Duration.ofSeconds(Integer.getInteger("touchstone.chaos.seconds", 40));
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** So impatient that a test need not wait for what a production system may. */
    private static final Map<String, String> IMPATIENT = Map.ofEntries(
            Map.entry("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS", "6000"),
            Map.entry("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_HEARTBEAT_INTERVAL_MS", "1500"),
            Map.entry("TOUCHSTONE_WANDB_REQUEST_TIMEOUT", "2S"), Map.entry("TOUCHSTONE_WANDB_CONNECT_TIMEOUT", "2S"),
            Map.entry("TOUCHSTONE_SENDER_LEASE", "10S"), Map.entry("TOUCHSTONE_SENDER_PACING", "0.2S"),
            Map.entry("TOUCHSTONE_SENDER_HEARTBEAT", "5S"), Map.entry("TOUCHSTONE_SENDER_QUIET_PERIOD", "1S"),
            Map.entry("TOUCHSTONE_SENDER_RESUME_AFTER", "20S"), Map.entry("TOUCHSTONE_SENDER_RETRY_WAIT", "0.2S"),
            Map.entry("TOUCHSTONE_SENDER_LONGEST_RETRY_WAIT", "1S"), Map.entry("TOUCHSTONE_SENDER_PARKED_WAIT", "1S"),
            Map.entry("TOUCHSTONE_SENDER_POLL_INTERVAL", "1S"), Map.entry("TOUCHSTONE_SENDER_BACKLOG_INTERVAL", "1S"));

    private final Random random = new Random(SEED);
    private final Map<String, List<StageEvent>> said = new TreeMap<>();

    @Test
    void everyEventIsOneLineOfItsRunWhateverHappens() throws Exception {
        System.out.println("chaos runs=" + RUNS + " seed=" + SEED + " (touchstone.chaos.runs, touchstone.chaos.seed)");
        try (Bench bench = new Bench()) {
            // Given
            bench.startReplica(IMPATIENT);
            bench.startReplica(IMPATIENT);
            write(bench);

            // When
            storm(bench);

            // Then
            awaitTheEnd(bench);
            check(bench);
            assertTrue(bench.exports() > 0, "no trace came to Weave");
        }
    }

    private void write(Bench bench) {
        for (int number = 0; number < RUNS; number++) {
            List<StageEvent> life = Lives.of(random, bench.wandb(), bench.services(), number);
            said.put(life.getFirst().review().wandbRun().runId(), life);
        }
    }

    /** Says everything, in bursts and some of it twice, while replicas die and W&amp;B fails. */
    private void storm(Bench bench) throws Exception {
        FaultStorm faults = new FaultStorm(bench.wandb(), random);
        List<Deque<StageEvent>> lives = new ArrayList<>();
        said.values().forEach(life -> lives.add(new ArrayDeque<>(life)));
        int burst = 1 + said.values().stream().mapToInt(List::size).sum() / (int) (STORM.toMillis() / 100);
        int kills = 0;
        long begun = System.nanoTime();
        long nextKill = TimeUnit.SECONDS.toNanos(12);
        while (!lives.isEmpty() || System.nanoTime() - begun < STORM.toNanos()) {
            for (int i = 0; i < burst && !lives.isEmpty(); i++) {
                sayNext(bench, lives);
            }
            if (random.nextInt(3) == 0) {
                faults.strike();
            }
            if (System.nanoTime() - begun > nextKill) {
                bench.replicas().get(random.nextInt(2)).killAndStartAgain();
                kills++;
                nextKill += TimeUnit.MILLISECONDS.toNanos(2_000 + random.nextInt(7_000));
            }
            // The storm's own beat, not a wait for anything.
            TimeUnit.MILLISECONDS.sleep(100);
        }
        bench.flush();
        faults.calm();
        assertTrue(kills > 1, "nobody was killed");
        System.out.println("chaos kills=" + kills + " faults=" + faults.ordered());
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
            said.forEach((id, life) -> {
                JsonNode run = runs.getOrDefault(id, JSON.missingNode());
                String state = Expected.of(life).exitCode() == 0 ? "finished" : "failed";
                if (run.path("history").size() != life.size() || !run.path("state").asText().equals(state)) {
                    unfinished.put(id,
                            run.path("state").asText("absent") + " " + run.path("history").size() + "/" + life.size());
                }
            });
            assertEquals(Map.of(), unfinished,
                    () -> "of " + RUNS + " runs " + unfinished.size() + " are not at their end; seed "
                            + SEED);
        });
        System.out.println("chaos settled after " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + " s");
    }

    private void check(Bench bench) throws Exception {
        Map<String, JsonNode> runs = runs(bench);
        assertEquals(said.keySet(), runs.keySet(), "runs");
        for (Map.Entry<String, List<StageEvent>> each : said.entrySet()) {
            checkRun(each.getKey(), each.getValue(), runs.getOrDefault(each.getKey(), JSON.missingNode()));
        }
        checkFigures(bench);
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

    /** What the service says of itself is what the emulator has. */
    private void checkFigures(Bench bench) throws Exception {
        URI list = bench.address(0).resolve("/telemetry/runs?limit=200");
        HttpRequest request = HttpRequest.newBuilder(list)
                .header("Authorization", "Bearer " + bench.serviceKey().secret()).build();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            Map<String, String> behind = new HashMap<>();
            for (JsonNode run : JSON.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body())) {
                String id = run.path("wandbRun").path("runId").asText();
                int lines = said.getOrDefault(id, List.of()).size();
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
