package dev.touchstone.telemetry.wandb.filestream;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

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
import org.openjdk.jmh.annotations.Warmup;

import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest.Chunk;

/** One request of the file stream, from what waits to its JSON: history, system metrics, summary and console. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RequestBenchmark {

    private static final String ROW = """
            {"event/id":"0192d000-0000-7000-8000-000000000001","event/stage":"security","event/name":"progressed",\
            "event/severity":"info","event/sequence":7,"events/security/progressed":1,"event/security/progressed/done":%d,\
            "event/security/progressed/total":48,"_timestamp":1767225601.500250,"_runtime":1.500250,"_step":%1$d}""";
    private static final String SAMPLE = """
            {"_wandb":true,"_timestamp":1767225601.500250,"_runtime":1.500250,"system.cpu/l:judge-service":12.5,\
            "system.proc.memory.rssMB/l:judge-service":262.25,"system.proc.cpu.threads/l:judge-service":%d}""";
    private static final String LINE = "2026-11-01T12:00:00.123456 security #1 info: %d of 48 cases done";
    private static final String SUMMARY = """
            {"review/started_at":1767225600.000000,"security/status":"running","security/attempt":1,\
            "security/started_at":1767225600.250000,"precheck/status":"completed","precheck/duration_seconds":0.250000}""";

    /** Rows in the request: a review's next event, a whole review, a day's backlog of one run. */
    @Param({ "1", "34", "1000" })
    private int rows;
    private StreamState waiting = StreamState.EMPTY;

    @Setup
    public void fill() {
        waiting = StreamState.EMPTY.withHistory(new Chunk(0, lines(ROW))).withEvents(new Chunk(0, lines(SAMPLE)))
                .withSummary(Optional.of(SUMMARY)).withConsole(ConsoleLines.of(new Chunk(0, lines(LINE))));
    }

    private List<String> lines(String form) {
        return IntStream.range(0, rows).mapToObj(form::formatted).toList();
    }

    @Benchmark
    public String request() {
        return waiting.next().request().toJson();
    }
}
