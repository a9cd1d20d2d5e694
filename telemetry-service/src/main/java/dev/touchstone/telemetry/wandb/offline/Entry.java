package dev.touchstone.telemetry.wandb.offline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that happened in a run, in the order in which it happened. The cases are what {@code wandb sync} uploads to
 * different places: history, console, system metrics, and alerts.
 */
public sealed interface Entry {

    /**
     * One line of the history.
     *
     * @param json one object, with {@code _step}, {@code _timestamp} and {@code _runtime}, which readers do not derive
     */
    record Row(String json) implements Entry {
    }

    /**
     * One line on the console. Readers stamp it with the time of the upload, and begin at line 0 with each upload: a
     * segment that goes on with a run needs the lines of those before it as well.
     *
     * @param text without a line break; what comes after one would be a line of its own, and move all that follow
     */
    record ConsoleLine(Instant at, String text, boolean error) implements Entry {

        public ConsoleLine {
            text = text.replaceAll("\\R", " ");
        }
    }

    /**
     * One sample of the system metrics. They too are uploaded from line 0 on.
     *
     * @param figures by name, without the prefix {@code system.}
     */
    record SystemSample(Instant at, Map<String, JsonNode> figures) implements Entry {

        public SystemSample {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }

    /**
     * A message to people. It is sent anew with each upload.
     *
     * @param level {@code INFO}, {@code WARN} or {@code ERROR}
     * @param quiet how long W&amp;B keeps another one of the same title to itself
     */
    record Alert(String title, String text, String level, Duration quiet) implements Entry {
    }
}
