package dev.touchstone.telemetry.wandb.filestream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.touchstone.telemetry.wandb.ExtendedJson;

/**
 * A line of a run's console.
 *
 * @param at when it was written
 * @param error whether it was written as an error
 * @param label who wrote it, where several do; may be empty
 * @param text one line, cut after 4096 characters; line breaks in it become blanks
 */
public record ConsoleLine(Instant at, boolean error, String label, String text) {

    /** Longer lines are cut, as the official client does. */
    public static final int LONGEST = 4096;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS")
            .withZone(ZoneOffset.UTC);

    public ConsoleLine {
        text = cut(text.replaceAll("[\\r\\n]+", " "));
    }

    /** Without half a character at the end. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    /** For every server: an error's mark, the time, the label, the text. */
    public String plain() {
        String written = TIME.format(at) + (label.isEmpty() ? " " : " [" + label + "] ") + text;
        return error ? "ERROR " + written : written;
    }

    /** For a server with {@code STRUCTURED_CONSOLE_LOGS}: the same as a JSON object. */
    public String structured() {
        Map<String, Object> line = new LinkedHashMap<>();
        if (error) {
            line.put("level", "error");
        }
        line.put("ts", TIME.format(at));
        if (!label.isEmpty()) {
            line.put("label", label);
        }
        line.put("content", text);
        return ExtendedJson.write(line);
    }

    /** In the form that the server takes. */
    public String encoded(boolean asObject) {
        return asObject ? structured() : plain();
    }
}
