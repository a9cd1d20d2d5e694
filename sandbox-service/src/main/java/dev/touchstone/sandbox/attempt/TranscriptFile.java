package dev.touchstone.sandbox.attempt;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.Stage;
import dev.touchstone.events.codec.EventJson;

/**
 * The file from which an attempt can be judged again: JSON Lines, a header and then a line for each case.
 *
 * @param header says the format, the stage and everything that judging reads besides what was said
 * @param cases in the order of the sample; what a line holds is the stage's affair
 */
public record TranscriptFile(Stage stage, ObjectNode header, List<JsonNode> cases) {

    /** Another number means that a reader of this one would judge something else. */
    public static final String FORMAT = "touchstone-transcript/1";

    private static final ObjectReader LINE = EventJson.mapper().readerFor(JsonNode.class);

    public TranscriptFile {
        cases = List.copyOf(cases);
    }

    /** The name of a stage's transcript among the files of an attempt. */
    public static String nameOf(Stage stage) {
        return stage.key() + "_transcript.jsonl";
    }

    /**
     * Writes the file.
     *
     * @param rules the header's other members; {@code format} and {@code stage} are put before them
     * @param cases whatever becomes a JSON object each
     */
    public static Report of(Stage stage, ObjectNode rules, List<?> cases) {
        ObjectNode header = EventJson.mapper().createObjectNode().put("format", FORMAT).put("stage", stage.key());
        header.setAll(rules);
        return Report.jsonLines(nameOf(stage), Stream.concat(Stream.of(header), cases.stream()).toList());
    }

    /**
     * Reads what {@link #of} wrote; the text may come from anybody.
     *
     * @throws NotATranscript if it is something else
     */
    public static TranscriptFile read(String text) {
        List<JsonNode> lines = text.lines().map(TranscriptFile::object).toList();
        if (lines.isEmpty() || !(lines.getFirst() instanceof ObjectNode header)) {
            throw new NotATranscript("The file is empty.");
        }
        if (!FORMAT.equals(header.path("format").asText())) {
            throw new NotATranscript("The first line does not say the format " + FORMAT + ".");
        }
        return new TranscriptFile(stage(header.path("stage").asText()), header, lines.subList(1, lines.size()));
    }

    private static JsonNode object(String line) {
        try {
            JsonNode node = LINE.readValue(line);
            if (node instanceof ObjectNode) {
                return node;
            }
        } catch (JsonProcessingException malformed) {
            // What the parser says of it would quote the file.
        }
        throw new NotATranscript("A line is not a JSON object.");
    }

    private static Stage stage(String key) {
        return Stream.of(Stage.values()).filter(stage -> stage.key().equals(key)).findFirst()
                .orElseThrow(() -> new NotATranscript("The first line names no stage."));
    }
}
