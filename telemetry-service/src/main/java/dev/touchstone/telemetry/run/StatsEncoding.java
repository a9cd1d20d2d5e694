package dev.touchstone.telemetry.run;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Origin;
import dev.touchstone.events.ProcessSample;
import dev.touchstone.telemetry.wandb.filestream.SystemMetrics;

/**
 * What the service that told an event used of its machine then, as one line of the run's system metrics. The services share
 * the run as the processes of one program do, so their names are labels. A pure function of where the event comes from.
 */
final class StatsEncoding {

    private StatsEncoding() {
    }

    /** Empty where nothing was measured. */
    static Optional<String> encode(Origin origin, Instant runStart) {
        ProcessSample process = origin.process();
        if (process == null) {
            return Optional.empty();
        }
        Map<String, Number> figures = figures(process);
        return figures.isEmpty() ? Optional.empty()
                : Optional
                        .of(new SystemMetrics(origin.occurredAt(), runtime(runStart, origin), service(origin), figures).line());
    }

    /** Under the names that W&amp;B draws by itself, and the heap beside them. */
    private static Map<String, Number> figures(ProcessSample process) {
        Map<String, Number> figures = new LinkedHashMap<>();
        put(figures, "cpu", process.cpuPercent());
        put(figures, "proc.memory.rssMB", process.rssMegabytes());
        put(figures, "proc.memory.heapMB", process.heapMegabytes());
        put(figures, "proc.cpu.threads", process.threads());
        return figures;
    }

    private static double runtime(Instant start, Origin origin) {
        return Math.max(0, Duration.between(start, origin.occurredAt()).toNanos() / 1e9);
    }

    private static void put(Map<String, Number> figures, String key, @Nullable Number figure) {
        if (figure != null) {
            figures.put(key, figure);
        }
    }

    /** As {@code judge-service}, from {@code /touchstone/judge-service}. */
    private static String service(Origin origin) {
        String source = origin.source().toString();
        return source.substring(source.lastIndexOf('/') + 1);
    }
}
