package dev.touchstone.telemetry.wandb.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.RunDescription;
import dev.touchstone.telemetry.wandb.offline.OfflineContent.Ending;
import dev.touchstone.telemetry.wandb.offline.OfflineRun.Name;
import dev.touchstone.telemetry.wandb.offline.OfflineRun.Start;

/** One offline segment with a row, a console line and a sample for each event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SegmentBenchmark {

    private static final Instant BEGUN = Instant.parse("2026-11-01T12:00:00Z");

    /** Events in the segment: a whole review, and far more than one has. */
    @Param({ "34", "1000" })
    private int rows;
    private Path parent = Path.of("");
    private OfflineSegment segment = segment(0);

    @Setup
    public void prepare() throws IOException {
        parent = Files.createTempDirectory("touchstone-segments");
        segment = segment(rows);
    }

    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(parent)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The transaction log alone, into memory. */
    @Benchmark
    public int log() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OfflineLog.write("touchstone", segment.run(), segment.content(), List.of(), out);
        return out.size();
    }

    /** The whole directory, each file forced to the disk: mostly the disk's time. */
    @Benchmark
    public void directory() throws IOException {
        OfflineDirectory.of(parent, new UUID(0, 1), segment.run().name().runId(), BEGUN).write(segment);
    }

    private static OfflineSegment segment(int rows) {
        List<Entry> entries = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            entries.add(new Entry.Row("""
                    {"event/id":"0192d000-0000-7000-8000-000000000001","event/stage":"security",\
                    "event/name":"progressed","event/severity":"info","event/sequence":7,\
                    "events/security/progressed":1,"event/security/progressed/done":%d,\
                    "event/security/progressed/total":48,"_timestamp":1767225601.500250,"_runtime":1.500250,\
                    "_step":%1$d}""".formatted(row)));
            entries.add(new Entry.ConsoleLine(BEGUN, "security #1 info: " + row + " of 48 cases done", false));
            entries.add(new Entry.SystemSample(BEGUN,
                    Map.of("cpu", ExtendedJson.node(12.5), "proc.memory.rssMB", ExtendedJson.node(262.25))));
        }
        OfflineRun run = new OfflineRun(new Name("acme", "reviews", "bench"), RunDescription.JOB_TYPE,
                new Start(BEGUN, null, 0), "0.30.0", new RunDescription("Trip planner", "trip-planner", "", null,
                        List.of("touchstone"), Map.of("agent_id", ExtendedJson.node("trip-planner"))));
        return new OfflineSegment(BEGUN, run,
                new OfflineContent(List.of(), entries, List.of(), new Ending("{\"security/attempt\":1}", 60, OptionalInt.of(0))));
    }
}
