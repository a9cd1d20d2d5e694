package dev.touchstone.telemetry.run;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import dev.touchstone.events.StageEvent;
import dev.touchstone.telemetry.wandb.ExtendedJson;

/** What is computed when an event is recorded. Per event, as a mean over those of a review. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RecordingBenchmark {

    private final List<StageEvent> events = ReviewEvents.all();

    @Benchmark
    @OperationsPerInvocation(ReviewEvents.COUNT)
    public void row(Blackhole hole) {
        for (int line = 0; line < events.size(); line++) {
            hole.consume(RowEncoding.encode(events.get(line), line, events.getFirst().origin().occurredAt()));
        }
    }

    /** As it is stored: read from its text, carried on, and written again with each event. */
    @Benchmark
    @OperationsPerInvocation(ReviewEvents.COUNT)
    public String summary() {
        String summary = "{}";
        for (StageEvent event : events) {
            summary = ExtendedJson.write(SummaryProjection.after(SummaryProjection.read(summary), event));
        }
        return summary;
    }

    @Benchmark
    @OperationsPerInvocation(ReviewEvents.COUNT)
    public void console(Blackhole hole) {
        events.forEach(event -> hole.consume(ConsoleEncoding.encode(event)));
    }
}
