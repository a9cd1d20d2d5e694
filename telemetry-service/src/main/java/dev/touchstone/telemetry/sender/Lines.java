package dev.touchstone.telemetry.sender;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.wandb.ExtendedJson;

/** Lines as they are sent, from what is stored. */
final class Lines {

    private static final Pattern STEP = Pattern.compile("\"_step\":(\\d+)}$");

    private Lines() {
    }

    /** Stored steps begin at 0; in a run that somebody had begun before, they go on after his. */
    static String raised(String line, long firstStep) {
        Matcher step = STEP.matcher(line);
        return firstStep == 0 || !step.find() ? line
                : line.substring(0, step.start()) + "\"_step\":" + (Long.parseLong(step.group(1)) + firstStep) + "}";
    }

    /** The whole summary as one line. */
    static String summary(RecordedRun run, long firstStep) {
        Map<String, Object> summary = new LinkedHashMap<>(run.page().summary());
        Instant last = run.history().lastRowAt();
        summary.put("_timestamp", BigDecimal.valueOf(last.toEpochMilli(), 3));
        summary.put("_runtime", runtimeSeconds(run));
        summary.put("_wandb", Map.of("runtime", runtimeSeconds(run)));
        summary.put("_step", firstStep + run.history().lines() - 1);
        return ExtendedJson.write(summary);
    }

    static long runtimeSeconds(RecordedRun run) {
        return Math.max(0, Duration.between(run.history().startedAt(), run.history().lastRowAt()).toSeconds());
    }
}
