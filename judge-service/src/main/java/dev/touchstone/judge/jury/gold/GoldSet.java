package dev.touchstone.judge.jury.gold;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.judge.BuiltIn;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Judged answers of our own authorship, which jurors are measured by.
 *
 * @param id what it is, to the byte
 */
record GoldSet(Id id, List<GoldAnswer> answers) {

    private static final String FORMAT = "touchstone-gold/1";
    private static final String BUILT_IN = "/gold/touchstone-gold/";

    GoldSet {
        answers = List.copyOf(answers);
    }

    /**
     * @param digest {@code sha256:} of the lines
     * @param answers how many there are
     */
    @RegisterForReflection
    public record Id(String name, String version, String licence, String digest, int answers) {
    }

    /**
     * @throws GoldSetInvalid if it is not what its manifest says
     */
    static GoldSet builtIn() {
        return read(BuiltIn.bytes(BUILT_IN + "manifest.json"), BuiltIn.bytes(BUILT_IN + "answers.jsonl"));
    }

    /**
     * @param lines JSON Lines, whose digest the manifest states
     * @throws GoldSetInvalid if a line cannot be used, or the manifest is of another set
     */
    static GoldSet read(byte[] manifest, byte[] lines) {
        List<GoldAnswer> answers = new GoldReader().read(new String(lines, StandardCharsets.UTF_8));
        JsonNode stated = manifest(manifest);
        String digest = Artifacts.digest(lines);
        require(FORMAT.equals(stated.path("format").asText()), "the format is not " + FORMAT);
        require(digest.equals(stated.path("digest").asText()), "the digest of the answers is " + digest);
        require(answers.size() == stated.path("answers").asInt(), "there are " + answers.size() + " answers");
        for (String member : List.of("name", "version", "licence", "source")) {
            require(!stated.path(member).asText().isBlank(), member + " is missing");
        }
        return new GoldSet(new Id(stated.path("name").asText(), stated.path("version").asText(),
                stated.path("licence").asText(), digest, answers.size()), answers);
    }

    private static JsonNode manifest(byte[] manifest) {
        try {
            return EventJson.mapper().readTree(new String(manifest, StandardCharsets.UTF_8));
        } catch (JsonProcessingException malformed) {
            throw new GoldSetInvalid("The gold set's manifest is no JSON");
        }
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new GoldSetInvalid("The gold set's manifest is of another set: " + otherwise);
        }
    }
}
