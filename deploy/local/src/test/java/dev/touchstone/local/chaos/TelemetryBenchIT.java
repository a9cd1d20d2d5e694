package dev.touchstone.local.chaos;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.local.system.Layout;

/**
 * What one replica of telemetry-service costs: how fast events become lines at W&amp;B and with how much processor time, and
 * what ten thousand runs need that only wait. Its figures are those of the machine that it runs on; it fails only if
 * something does not arrive.
 */
@EnabledIfSystemProperty(named = "touchstone.bench.runs", matches = "[1-9][0-9]*", disabledReason = "measures on request: "
        + "-Dtouchstone.bench.runs=500, and with -Dtouchstone.bench.waiting=N other than 10000 runs that wait")
class TelemetryBenchIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int RUNS = Integer.getInteger("touchstone.bench.runs", 500);
    private static final int WAITING = Integer.getInteger("touchstone.bench.waiting", 10_000);
    private static final Duration WINDOW = Duration.ofSeconds(Integer.getInteger("touchstone.bench.seconds", 120));
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** The heap and collector that the container image has with its limit of 512 MiB. */
    private static final List<String> JVM = List.of("-Xmx307m", "-XX:+UseSerialGC");
    /** As it comes: traces are off, and nothing is more hurried than its defaults. */
    private static final Map<String, String> DEFAULTS = Map.of("QUARKUS_PROFILE", "prod", "TOUCHSTONE_WEAVE_ENDPOINT", "");

    private final Random random = new Random(1);

    @Test
    void everyEventBecomesALine() throws Exception {
        try (Bench bench = new Bench()) {
            // Given
            bench.startReplica(JVM, DEFAULTS);
            List<List<StageEvent>> first = lives(bench, 0, RUNS / 2);
            say(bench, first);
            awaitRows(bench, rows(first));
            List<List<StageEvent>> lives = lives(bench, first.size(), RUNS);
            Reading before = Reading.of(bench);

            // When
            say(bench, lives);
            Reading sent = awaitRows(bench, before.rows() + rows(lives));

            // Then
            assertEquals(rows(first) + rows(lives), linesAtWandb(bench));
            double cpu = 1_000 * sent.cpuSecondsSince(before);
            tell("runs=%d rows=%d seconds=%.1f rowsPerSecond=%.0f cpuMsPerRow=%.2f cpuMsPerRun=%.1f transactionsPerRow=%.2f"
                    .formatted(lives.size(), rows(lives), sent.secondsSince(before),
                            rows(lives) / sent.secondsSince(before), cpu / rows(lives), cpu / lives.size(),
                            (double) (sent.transactions() - before.transactions()) / rows(lives)));
        }
    }

    @Test
    void runsThatWaitAreKeptAlive() throws Exception {
        try (Bench bench = new Bench()) {
            // Given
            bench.startReplica(JVM, DEFAULTS);
            List<List<StageEvent>> begun = IntStream.range(0, WAITING).mapToObj(number -> begun(bench, number)).toList();
            Reading empty = awaitRows(bench, 0);
            say(bench, begun);
            Reading full = awaitRows(bench, rows(begun));
            tell("waiting=%d rows=%d seconds=%.1f cpuSeconds=%.1f".formatted(WAITING, rows(begun), full.secondsSince(empty),
                    full.cpuSecondsSince(empty)));
            // Each has been heard of once since it has nothing more to say.
            awaitReading(bench, () -> Reading.of(bench).heartbeats() >= full.heartbeats() + WAITING);

            // When
            Reading before = Reading.of(bench);
            long resident = watch(bench);
            Reading after = Reading.of(bench);

            // Then
            assertTrue(after.heartbeats() > before.heartbeats(), "no sign of life");
            assertEquals(rows(begun), linesAtWandb(bench));
            double minutes = after.secondsSince(before) / 60;
            tell("waiting=%d heartbeatsPerMinute=%.0f transactionsPerMinute=%.0f cpuPercent=%.1f rssMiB=%d heapMiB=%.0f"
                    .formatted(WAITING, (after.heartbeats() - before.heartbeats()) / minutes,
                            (after.transactions() - before.transactions()) / minutes,
                            100 * after.cpuSecondsSince(before) / after.secondsSince(before), resident, collected(bench)));
        }
    }

    private List<List<StageEvent>> lives(Bench bench, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> Lives.of(random, bench.wandb(), bench.makers(), number).events()).toList();
    }

    /** Reviewed a little, and left to somebody who takes days. */
    private List<StageEvent> begun(Bench bench, int number) {
        Script script = new Script(random, bench.wandb(), bench.makers(), number);
        script.request(Stage.PRECHECK, 1).say(Stage.PRECHECK, 1, new Started());
        script.say(Stage.PRECHECK, 1, new Completed(JsonNodeFactory.instance.objectNode().put("cases", 3),
                Map.of("score", 1.0), List.of())).record();
        return script.end().events();
    }

    private static void say(Bench bench, List<List<StageEvent>> lives) {
        lives.forEach(life -> life.forEach(bench::send));
        bench.flush();
    }

    private static long rows(List<List<StageEvent>> lives) {
        return lives.stream().mapToLong(List::size).sum();
    }

    private static Reading awaitRows(Bench bench, long rows) throws Exception {
        awaitReading(bench, () -> Reading.of(bench).rows() >= rows);
        return Reading.of(bench);
    }

    private static void awaitReading(Bench bench, Callable<Boolean> reached) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).ignoreExceptions()
                .until(() -> bench.replicas().getFirst().isAlive() && reached.call());
    }

    private static long linesAtWandb(Bench bench) throws Exception {
        return atWandb(bench).findValues("historyLines").stream().mapToLong(JsonNode::asLong).sum();
    }

    private static JsonNode atWandb(Bench bench) throws Exception {
        try (InputStream runs = bench.wandb().resolve("/admin/runs?brief=true").toURL().openStream()) {
            return JSON.readTree(runs);
        }
    }

    /** @return the most memory that was resident while it was watched, in MiB */
    private static long watch(Bench bench) throws Exception {
        long most = 0;
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < WINDOW.toNanos()) {
            String status = Files.readString(Path.of("/proc", Long.toString(bench.replicas().getFirst().pid()), "status"));
            long kibibytes = status.lines().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
            most = Math.max(most, kibibytes / 1024);
            // The beat of the measurement, not a wait for anything.
            TimeUnit.SECONDS.sleep(5);
        }
        return most;
    }

    /** @return what is left of the heap when all that nobody needs is gone, in MiB */
    private static double collected(Bench bench) throws Exception {
        String pid = Long.toString(bench.replicas().getFirst().pid());
        Process jcmd = new ProcessBuilder(Layout.java().resolveSibling("jcmd").toString(), pid, "GC.run")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals(0, jcmd.waitFor(), "jcmd GC.run");
        return Reading.of(bench).heapMebibytes();
    }

    private static void tell(String figures) {
        System.out.println("bench " + figures);
    }
}
