package dev.touchstone.sandbox.functional;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.suite.Language;

/** Answers of our own writing, each with what it is. */
final class LabelledAnswers {

    static final List<String> LABELS = List.of("correct", "wrong", "off-topic", "refusal", "echo");
    /** The correct answer to another question of the same language: every question has one of each other. */
    static final String ANOTHER = "another";

    private LabelledAnswers() {
    }

    record Labelled(String id, Language language, Scenario.Turn turn, String label, String answer) {
    }

    /** Those that the bounds were chosen by. */
    static List<Labelled> calibrating() {
        return read("functional-answers.jsonl");
    }

    /** Those that were written before anything was measured on them, and changed nothing afterwards. */
    static List<Labelled> heldOut() {
        return read("functional-answers-held-out.jsonl");
    }

    private static List<Labelled> read(String file) {
        List<JsonNode> groups = groups(file);
        List<Labelled> all = new ArrayList<>();
        for (JsonNode group : groups) {
            LABELS.forEach(label -> group.path(label).forEach(answer -> all.add(labelled(group, label, answer))));
            groups.stream().filter(other -> !other.equals(group) && other.path("language").equals(group.path("language")))
                    .forEach(other -> all.add(labelled(group, ANOTHER, other.path("correct").path(0))));
        }
        return all;
    }

    private static Labelled labelled(JsonNode group, String label, JsonNode answer) {
        Scenario.Turn turn = new Scenario.Turn(group.path("question").asText(), group.path("expected").asText(),
                Aim.of(group.path("aim").asText()));
        return new Labelled(group.path("id").asText(), Language.of(group.path("language").asText()), turn, label,
                answer.asText());
    }

    private static List<JsonNode> groups(String name) {
        try (InputStream file = Objects.requireNonNull(LabelledAnswers.class.getResourceAsStream("/labelled/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(LabelledAnswers::json).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode json(String line) {
        try {
            return EventJson.mapper().readTree(line);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
