package dev.touchstone.judge.questions.found;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads the files of earlier stages. Agents have a hand in what stands there: no deeper, no longer texts and no more lines than
 * those stages write, and one line at a time, since the whole as a tree would be many times its size.
 */
final class FoundJson {

    static final int DEEPEST = 40;
    static final int LONGEST_TEXT = 2_000_000;
    static final int MOST_LINES = 6_000;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(100)
                    .maxNameLength(1_000).maxStringLength(LONGEST_TEXT).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Names are the stranger's: interned, they would stay for good.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

    private FoundJson() {
    }

    /** What a line becomes; its number counts from 1. */
    interface LineReader<T> {

        T read(JsonNode line, int number) throws Unreadable;
    }

    static JsonNode object(byte[] file) throws Unreadable {
        try {
            JsonNode json = READER.readTree(file);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException malformed) {
            // What the parser says of it would quote the file.
        }
        throw new Unreadable("is not a JSON object as it is agreed");
    }

    static <T> List<T> lines(byte[] file, LineReader<T> reader) throws Unreadable {
        List<T> read = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (read.size() == MOST_LINES) {
                    throw new Unreadable("has more than " + MOST_LINES + " lines");
                }
                read.add(reader.read(object(line, read.size() + 1), read.size() + 1));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read", impossible);
        }
        return read;
    }

    private static JsonNode object(String line, int number) throws Unreadable {
        try {
            JsonNode json = READER.readTree(line);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException malformed) {
            // What the parser says of it would quote the file.
        }
        throw unlike(number);
    }

    /** A line that is not as its schema says. */
    static Unreadable unlike(int number) {
        return new Unreadable("is not as it is agreed in line " + number);
    }
}
