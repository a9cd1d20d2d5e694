package dev.touchstone.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is submitted: a file, or the standard input where its name is {@code -}, with a card and a signature from files
 * of their own where there are such. Without them it is sent as it is, and the service says what is wrong with it.
 */
record SubmissionFile(String file, Optional<Path> card, Optional<Path> signature) {

    /** Numbers stay as they are written, so that a signature over them still holds. */
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    static SubmissionFile of(Options options) throws Usage {
        if (options.words().size() != 1) {
            throw new Usage("this takes one file with a submission as JSON, or - for the standard input");
        }
        return new SubmissionFile(options.words().getFirst(), path(options, "--card"), path(options, "--signature"));
    }

    byte[] read(InputStream in) throws Usage, IOException {
        byte[] content = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
        if (card.isEmpty() && signature.isEmpty()) {
            return content;
        }
        if (!(parse(file, content) instanceof ObjectNode submission)) {
            throw new Usage(file + " holds no JSON object");
        }
        put(submission, "cardDocument", card);
        put(submission, "signatureBundle", signature);
        return JSON.writeValueAsBytes(submission);
    }

    private static void put(ObjectNode submission, String member, Optional<Path> from) throws Usage, IOException {
        if (from.isPresent()) {
            submission.set(member, parse(from.get().toString(), Files.readAllBytes(from.get())));
        }
    }

    private static JsonNode parse(String name, byte[] content) throws Usage, IOException {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException malformed) {
            // Its message would repeat what the file holds.
            throw new Usage("%s is not JSON: line %d, column %d".formatted(name, malformed.getLocation().getLineNr(),
                    malformed.getLocation().getColumnNr()));
        }
    }

    private static Optional<Path> path(Options options, String option) {
        return Optional.ofNullable(options.values().get(option)).map(Path::of);
    }
}
