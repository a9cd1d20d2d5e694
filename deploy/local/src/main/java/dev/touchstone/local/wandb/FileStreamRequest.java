package dev.touchstone.local.wandb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One POST to a run's file stream.
 *
 * @param uploaded run files whose upload has ended
 * @param complete the run is over; its exit code says how
 * @param heartbeat nothing was said but that the writer lives
 */
record FileStreamRequest(List<Chunk> chunks, List<String> uploaded, boolean complete, int exitCode, boolean heartbeat) {

    /** Lines of one file, the first of them at the offset. */
    record Chunk(String file, int offset, List<String> content) {
    }

    /** @return empty if the body is not what a client sends */
    static Optional<FileStreamRequest> parse(String body) {
        return Json.parse(body).flatMap(FileStreamRequest::from);
    }

    private static Optional<FileStreamRequest> from(JsonNode body) {
        List<Chunk> chunks = new ArrayList<>();
        for (var file : body.path("files").properties()) {
            // The console may come as a list of pieces; everything else is one piece.
            Iterable<JsonNode> pieces = file.getValue().isArray() ? file.getValue() : List.of(file.getValue());
            for (JsonNode piece : pieces) {
                if (!isPiece(piece)) {
                    return Optional.empty();
                }
                chunks.add(new Chunk(file.getKey(), piece.path("offset").intValue(), lines(piece.path("content"))));
            }
        }
        boolean complete = body.path("complete").asBoolean();
        List<String> uploaded = new ArrayList<>();
        body.path("uploaded").forEach(name -> uploaded.add(name.asText()));
        boolean heartbeat = chunks.isEmpty() && uploaded.isEmpty() && !complete && !body.path("preempting").asBoolean();
        // Older clients leave the code out when all went well.
        return Optional.of(new FileStreamRequest(chunks, uploaded, complete, body.path("exitcode").asInt(0), heartbeat));
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
