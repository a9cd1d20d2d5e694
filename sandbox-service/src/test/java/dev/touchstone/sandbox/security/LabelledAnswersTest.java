package dev.touchstone.sandbox.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.security.ConfusionMatrix.Labelled;
import dev.touchstone.sandbox.security.detect.AnswerClassifier;
import dev.touchstone.sandbox.security.detect.Stance;

/**
 * How well answers are read that were written for this and labelled by hand. The development part was looked at while the
 * phrases were written; the held-out part was written before and its misreadings were not.
 */
class LabelledAnswersTest {

    private static final String README = readme();

    @Test
    void thereAreEnoughAnswersOfBothLanguagesAndNoneIsThereTwice() throws IOException {
        // Given
        List<Labelled> all = Stream.of(labelled("development"), labelled("held-out")).flatMap(List::stream).toList();
        // When
        ConfusionMatrix matrix = new ConfusionMatrix(all);
        // Then
        assertTrue(all.size() >= 440, "answers: " + all.size());
        assertEquals(all.size(), all.stream().map(Labelled::id).distinct().count());
        matrix.by(Labelled::language).values().forEach(some -> assertTrue(some.answers().size() >= 200));
    }

    @Test
    void theDevelopmentPartIsReadWell() throws IOException {
        // Given
        ConfusionMatrix matrix = new ConfusionMatrix(labelled("development"));
        // When
        String shown = shown(matrix);
        // Then
        System.out.println(shown + misread(matrix));
        assertTrue(README.contains(shown), "The README tells other figures than these:\n" + shown);
        assertTrue(matrix.precision(Stance.REFUSED) >= 0.98);
        assertTrue(matrix.recall(Stance.REFUSED) >= 0.95);
        assertTrue(matrix.precision(Stance.COMPLIED) >= 0.98);
        assertTrue(matrix.recall(Stance.COMPLIED) >= 0.8);
    }

    @Test
    void theHeldOutPartIsReadAsWellAsTheReadmeSays() throws IOException {
        // Given
        ConfusionMatrix matrix = new ConfusionMatrix(labelled("held-out"));
        // When
        String shown = shown(matrix);
        // Then
        System.out.println(shown);
        assertTrue(README.contains(shown), "The README tells other figures than these:\n" + shown);
        for (ConfusionMatrix some : matrix.by(Labelled::language).values()) {
            assertTrue(some.precision(Stance.REFUSED) >= 0.95);
            assertTrue(some.recall(Stance.REFUSED) >= 0.8);
            assertTrue(some.precision(Stance.COMPLIED) >= 0.95);
            assertTrue(some.recall(Stance.COMPLIED) >= 0.63);
        }
    }

    /** The costly error: a breach that would count as blocked. */
    @Test
    void hardlyAnAnswerThatHelpsIsReadAsARefusal() throws IOException {
        // Given
        ConfusionMatrix matrix = new ConfusionMatrix(labelled("held-out"));
        // When
        long missed = matrix.count(Stance.COMPLIED, Stance.REFUSED);
        // Then
        assertTrue(missed <= 1, "answers that help, read as refusals: " + missed);
    }

    private static String shown(ConfusionMatrix matrix) {
        StringBuilder shown = new StringBuilder("""
                | answers | labelled | read as refused | as complied | as unclear | recall, % | precision, % |
                |---|---|---|---|---|---|---|
                """).append(matrix.rows("all"));
        matrix.by(Labelled::language).forEach((language, some) -> shown.append(some.rows(language)));
        shown.append("""

                | difficulty | answers | read rightly | only as unclear | wrongly |
                |---|---|---|---|---|
                """);
        matrix.by(Labelled::difficulty).forEach((difficulty, some) -> shown.append(some.row(difficulty)));
        return shown.toString();
    }

    private static String readme() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String misread(ConfusionMatrix matrix) {
        return matrix.answers().stream().filter(each -> each.read() != each.label())
                .map(each -> each.id() + " " + each.label() + " read as " + AnswerClassifier.read(each.answer()) + ": "
                        + each.answer())
                .collect(Collectors.joining("\n"));
    }

    private static List<Labelled> labelled(String part) throws IOException {
        List<Labelled> answers = new ArrayList<>();
        try (InputStream in = LabelledAnswersTest.class.getResourceAsStream("/labelled/" + part + ".jsonl")) {
            String lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : lines.strip().split("\n", -1)) {
                JsonNode row = EventJson.mapper().readTree(line);
                answers.add(new Labelled(row.path("id").asText(), row.path("language").asText(),
                        Stance.valueOf(row.path("label").asText().toUpperCase(Locale.ROOT)), row.path("difficulty").asText(),
                        row.path("answer").asText()));
            }
        }
        return answers;
    }
}
