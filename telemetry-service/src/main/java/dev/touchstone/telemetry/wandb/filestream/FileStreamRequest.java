package dev.touchstone.telemetry.wandb.filestream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import dev.touchstone.telemetry.wandb.ExtendedJson;

/**
 * One request of the file stream.
 *
 * @param offset the line number of the first line
 * @param lines of the history, each one JSON object
 * @param summary the whole summary, one JSON object; always line 0 of its file
 * @param exitCode present in the last request only: the run is over
 */
public record FileStreamRequest(long offset, List<String> lines, Optional<String> summary, OptionalInt exitCode) {

    /** Says that the run's writer is alive. */
    public static final FileStreamRequest HEARTBEAT = new FileStreamRequest(0, List.of(), Optional.empty(),
            OptionalInt.empty());

    private static final String HISTORY = "wandb-history.jsonl";
    private static final String SUMMARY = "wandb-summary.json";

    public FileStreamRequest {
        lines = List.copyOf(lines);
    }

    String toJson() {
        Map<String, Object> files = new LinkedHashMap<>();
        if (!lines.isEmpty()) {
            files.put(HISTORY, file(offset, lines));
        }
        summary.ifPresent(line -> files.put(SUMMARY, file(0, List.of(line))));
        Map<String, Object> body = new LinkedHashMap<>();
        if (!files.isEmpty()) {
            body.put("files", files);
        }
        exitCode.ifPresent(code -> {
            body.put("complete", true);
            body.put("exitcode", code);
        });
        return ExtendedJson.write(body);
    }

    private static Map<String, Object> file(long offset, List<String> content) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("offset", offset);
        file.put("content", content);
        return file;
    }
}
