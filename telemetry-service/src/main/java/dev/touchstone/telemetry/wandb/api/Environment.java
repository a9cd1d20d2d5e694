package dev.touchstone.telemetry.wandb.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where a run comes from, as its overview shows it.
 *
 * @param writerId tells the writers of one run apart: 32 letters and digits
 * @param program what produces the run
 * @param host null where nobody should know it
 * @param os as in {@code Linux-6.1}
 * @param cpus logical ones; 0 where that is not known
 * @param startedAt of the run
 */
public record Environment(String writerId, String program, @Nullable String host, String os, int cpus, Instant startedAt) {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    /**
     * @throws IllegalArgumentException if the writer's id has another form
     */
    public Environment {
        if (!writerId.matches("[a-z0-9]{32}")) {
            throw new IllegalArgumentException("A writer's id has 32 small letters and digits");
        }
    }

    /** Of this machine. */
    public static Environment here(String writerId, String program, @Nullable String host, Instant startedAt) {
        String os = System.getProperty("os.name", "unknown") + "-" + System.getProperty("os.version", "unknown");
        return new Environment(writerId, program, host, os, Runtime.getRuntime().availableProcessors(), startedAt);
    }

    /** W&amp;B's environment record, as it stands in {@code wandb-metadata.json} and below {@code _wandb.e}. */
    public Map<String, Object> toJson() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("os", os);
        record.put("startedAt", MICROSECONDS.format(startedAt));
        record.put("program", program);
        if (host != null) {
            record.put("host", host);
        }
        if (cpus > 0) {
            record.put("cpu_count_logical", cpus);
        }
        record.put("writerId", writerId);
        return record;
    }
}
