package dev.touchstone.telemetry.wandb.filestream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import dev.touchstone.telemetry.wandb.ExtendedJson;

/**
 * One request of the file stream. What is empty is left out; all of it empty is the heartbeat. To send it twice is the same
 * as once, since each line says where it stands.
 *
 * @param history one JSON object per line
 * @param events system metrics, one JSON object per line (see {@link SystemMetrics})
 * @param summary the whole summary, one JSON object; always line 0 of its file
 * @param console lines without gaps (see {@link ConsoleLine})
 * @param uploaded names of files of the run that are there now
 * @param preempting the writer may be stopped at any moment, and another may go on
 * @param exitCode present in the last request only: the run is over, 0 for well
 */
public record FileStreamRequest(Chunk history, Chunk events, Optional<String> summary, Chunk console,
        List<String> uploaded, boolean preempting, OptionalInt exitCode) {

    /** Says that the run's writer is alive, and is what others are made of. */
    public static final FileStreamRequest HEARTBEAT = new FileStreamRequest(Chunk.NONE, Chunk.NONE, Optional.empty(),
            Chunk.NONE, List.of(), false, OptionalInt.empty());

    private static final String HISTORY = "wandb-history.jsonl";
    private static final String EVENTS = "wandb-events.jsonl";
    private static final String SUMMARY = "wandb-summary.json";
    private static final String CONSOLE = "output.log";

    public FileStreamRequest {
        uploaded = List.copyOf(uploaded);
    }

    /**
     * Lines of one file, one after the other.
     *
     * @param offset the number of the first one, counted from 0
     * @param lines without line breaks
     */
    public record Chunk(long offset, List<String> lines) {

        public static final Chunk NONE = new Chunk(0, List.of());

        public Chunk {
            lines = List.copyOf(lines);
        }

        /** The number after the last one. */
        public long end() {
            return offset + lines.size();
        }

        public boolean isEmpty() {
            return lines.isEmpty();
        }
    }

    public FileStreamRequest withHistory(Chunk lines) {
        return new FileStreamRequest(lines, events, summary, console, uploaded, preempting, exitCode);
    }

    public FileStreamRequest withEvents(Chunk lines) {
        return new FileStreamRequest(history, lines, summary, console, uploaded, preempting, exitCode);
    }

    public FileStreamRequest withSummary(String line) {
        return new FileStreamRequest(history, events, Optional.of(line), console, uploaded, preempting, exitCode);
    }

    public FileStreamRequest withConsole(Chunk lines) {
        return new FileStreamRequest(history, events, summary, lines, uploaded, preempting, exitCode);
    }

    public FileStreamRequest withUploaded(List<String> names) {
        return new FileStreamRequest(history, events, summary, console, names, preempting, exitCode);
    }

    public FileStreamRequest withPreempting() {
        return new FileStreamRequest(history, events, summary, console, uploaded, true, exitCode);
    }

    /** Ends the run. */
    public FileStreamRequest withExitCode(int code) {
        return new FileStreamRequest(history, events, summary, console, uploaded, preempting, OptionalInt.of(code));
    }

    /** Whether there is nothing in it but that somebody is alive. */
    public boolean isHeartbeat() {
        return equals(HEARTBEAT);
    }

    String toJson() {
        Map<String, Object> files = new LinkedHashMap<>();
        file(files, HISTORY, history);
        file(files, EVENTS, events);
        file(files, SUMMARY, summary.map(line -> new Chunk(0, List.of(line))).orElse(Chunk.NONE));
        file(files, CONSOLE, console);
        Map<String, Object> body = new LinkedHashMap<>();
        if (!files.isEmpty()) {
            body.put("files", files);
        }
        if (!uploaded.isEmpty()) {
            body.put("uploaded", uploaded);
        }
        if (preempting) {
            body.put("preempting", true);
        }
        exitCode.ifPresent(code -> {
            body.put("complete", true);
            body.put("exitcode", code);
        });
        return ExtendedJson.write(body);
    }

    private static void file(Map<String, Object> files, String name, Chunk chunk) {
        if (!chunk.isEmpty()) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("offset", chunk.offset());
            file.put("content", chunk.lines());
            files.put(name, file);
        }
    }
}
