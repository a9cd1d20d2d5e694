package dev.touchstone.review.artifacts.rows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.review.artifacts.rows.Reading.Form;

/**
 * Reads a file in portions that are small enough for an event loop. Nothing in the file is believed: what cannot be read is
 * counted and named, what is unknown is kept.
 */
final class Lines implements Iterator<List<Line>> {

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
            // Which of two members of a name counts is anybody's guess.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static final int PORTION = 256 * 1024;
    private static final int LONGEST = 2 * 1024 * 1024;
    private static final int LARGEST_DOCUMENT = 8 * 1024 * 1024;
    private static final int MOST = 50_000;

    private final Reading reading;
    private final Kept.Counting counting = new Kept.Counting();
    private final Iterator<Piece> pieces;
    private int seen;

    /**
     * What stands on a line.
     *
     * @param number of its first line, from 1
     */
    record Piece(int number, ByteBuffer bytes) {
    }

    Lines(Reading reading, byte[] file) {
        this.reading = reading;
        this.pieces = switch (reading.form()) {
            case JSON -> List.of(new Piece(1, ByteBuffer.wrap(file))).iterator();
            case JSON_LINES, TEXT -> new Pieces(file, false);
            case CSV -> new Csv(new Pieces(file, true));
        };
    }

    @Override
    public boolean hasNext() {
        return seen < MOST && pieces.hasNext();
    }

    @Override
    public List<Line> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Line> portion = new ArrayList<>();
        int size = 0;
        while (size < PORTION && hasNext()) {
            Piece piece = pieces.next();
            size += piece.bytes().remaining();
            seen++;
            read(piece, portion);
        }
        return portion;
    }

    /** After the last portion. */
    Kept kept() {
        return counting.kept(pieces.hasNext());
    }

    private void read(Piece piece, List<Line> into) {
        int longest = reading == Reading.DOCUMENT ? LARGEST_DOCUMENT : LONGEST;
        if (piece.bytes().remaining() > longest) {
            counting.fault(piece.number(), "longer than " + longest / (1024 * 1024) + " MiB");
            return;
        }
        try {
            String text = decode(piece.bytes());
            if (text.isBlank() && reading.form() != Form.TEXT) {
                return;
            }
            take(piece.number(), text, into);
        } catch (JsonProcessingException unreadable) {
            counting.fault(piece.number(), "not JSON, or with a member twice or nested too deep");
        } catch (CharacterCodingException foreign) {
            counting.fault(piece.number(), "not UTF-8");
        }
    }

    private void take(int number, String text, List<Line> into) throws JsonProcessingException {
        JsonNode value = reading.form() == Form.TEXT ? JsonNodeFactory.instance.textNode(text) : JSON.readTree(text);
        if (reading.isRanked() && !value.isObject()) {
            counting.fault(number, "not a JSON object");
            return;
        }
        boolean searched = reading != Reading.DOCUMENT;
        Line line = new Line(number, reading.facets(value), searched ? SearchText.of(value) : "",
                reading.form() == Form.TEXT ? value.toString() : text);
        counting.take(line);
        into.add(line);
    }

    private String decode(ByteBuffer bytes) throws CharacterCodingException {
        return reading.form() == Form.TEXT ? StandardCharsets.UTF_8.decode(bytes).toString()
                : StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    }
}
