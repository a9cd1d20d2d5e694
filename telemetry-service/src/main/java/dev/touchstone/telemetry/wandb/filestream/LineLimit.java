package dev.touchstone.telemetry.wandb.filestream;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;

/** How long one line may be. */
public final class LineLimit {

    /** In bytes of UTF-8: what a request may hold, less 100 KiB for what is around the line. */
    public static final long LONGEST = StreamState.LARGEST_REQUEST - (100L << 10);

    private LineLimit() {
    }

    public static boolean holds(String line) {
        // No character has more than three bytes each, which spares counting the short ones.
        return line.length() * 3L <= LONGEST || size(line) <= LONGEST;
    }

    static long size(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A row with nothing but W&amp;B's own numbers of it: the line keeps its place and its step. */
    static String standIn(String row) {
        Map<String, JsonNode> own = new LinkedHashMap<>();
        try {
            ExtendedJson.read(row).properties().stream()
                    .filter(member -> member.getKey().startsWith("_") && member.getValue().isValueNode())
                    .forEach(member -> own.put(member.getKey(), member.getValue()));
        } catch (NotJson other) {
            // Then there is no number to keep.
        }
        String standIn = ExtendedJson.write(own);
        return holds(standIn) ? standIn : "{}";
    }
}
