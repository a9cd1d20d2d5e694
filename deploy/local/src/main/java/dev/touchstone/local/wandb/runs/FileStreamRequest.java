package dev.touchstone.local.wandb.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Json;

/**
 * One POST to a run's file stream.
 *
 * @param uploaded run files whose upload has ended
 * @param exitCode how the run ended; null while it goes on
 * @param unknown members and files that the protocol does not have
 */
public record FileStreamRequest(List<Chunk> chunks, List<String> uploaded, boolean preempting, @Nullable Integer exitCode,
        List<String> unknown) {

    /** Those of today, and those that older clients send. */
    private static final Set<String> MEMBERS = Set.of("files", "uploaded", "preempting", "complete", "exitcode", "dropped",
            "failed");
    private static final Set<String> PIECE = Set.of("offset", "content");
    private static final Set<String> FILES = Set.of(EmulatedRun.HISTORY, EmulatedRun.EVENTS, EmulatedRun.SUMMARY);

    /** Lines of one file, the first of them at the offset. */
    public record Chunk(String file, int offset, List<String> content) {
    }

    /** @return empty if the body is not what a client sends */
    public static Optional<FileStreamRequest> parse(String body) {
        return Json.parse(body).flatMap(FileStreamRequest::from);
    }

    /** Nothing was said but that the writer lives. */
    public boolean isHeartbeat() {
        return chunks.isEmpty() && uploaded.isEmpty() && exitCode == null && !preempting;
    }

    private static Optional<FileStreamRequest> from(JsonNode body) {
        List<Chunk> chunks = new ArrayList<>();
        List<String> unknown = new ArrayList<>(others(body, MEMBERS));
        for (var file : body.path("files").properties()) {
            // The console may come as a list of pieces; everything else is one piece.
            Iterable<JsonNode> pieces = file.getValue().isArray() ? file.getValue() : List.of(file.getValue());
            for (JsonNode piece : pieces) {
                if (!isPiece(piece)) {
                    return Optional.empty();
                }
                unknown.addAll(others(piece, PIECE));
                chunks.add(new Chunk(file.getKey(), piece.path("offset").intValue(), lines(piece.path("content"))));
            }
            if (!isFile(file.getKey())) {
                unknown.add("files." + file.getKey());
            }
        }
        List<String> uploaded = new ArrayList<>();
        body.path("uploaded").forEach(name -> uploaded.add(name.asText()));
        // Older clients leave the code out when all went well.
        Integer exitCode = body.path("complete").asBoolean() ? Integer.valueOf(body.path("exitcode").asInt(0)) : null;
        return Optional.of(new FileStreamRequest(chunks, uploaded, body.path("preempting").asBoolean(), exitCode, unknown));
    }

    private static List<String> others(JsonNode object, Set<String> known) {
        List<String> others = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                others.add(name);
            }
        });
        return others;
    }

    /** Writers with a label have a console file of their own, and long consoles come in parts. */
    private static boolean isFile(String name) {
        return FILES.contains(name) || name.startsWith("logs/") || name.matches("output(_.*)?\\.log");
    }

    private static boolean isPiece(JsonNode piece) {
        JsonNode offset = piece.path("offset");
        return offset.isInt() && offset.intValue() >= 0 && piece.path("content").isArray();
    }

    private static List<String> lines(JsonNode content) {
        List<String> lines = new ArrayList<>();
        content.forEach(line -> lines.add(withoutNewline(line.isTextual() ? line.textValue() : line.toString())));
        return lines;
    }

    private static String withoutNewline(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }
}
