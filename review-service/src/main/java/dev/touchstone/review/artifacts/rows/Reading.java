package dev.touchstone.review.artifacts.rows;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Stage;

/**
 * As what a file is read. The stage and the name that an event gave say so, never the file itself; of files that no page of
 * their own shows, the media type.
 */
public enum Reading {

    /** A {@code security_report.jsonl}. */
    CASES(Form.JSON_LINES),
    /** A {@code functional_report.jsonl}. */
    SCENARIOS(Form.JSON_LINES),
    /** A {@code judge_report.jsonl}. */
    ANSWERS(Form.JSON_LINES),
    /** A {@code relay_logs.jsonl}. */
    EXCHANGES(Form.JSON_LINES),
    /** Any other JSON Lines. */
    LINES(Form.JSON_LINES),
    TABLE(Form.CSV),
    TEXT(Form.TEXT),
    /** One JSON value. */
    DOCUMENT(Form.JSON);

    /** What a file's lines are. */
    enum Form {
        JSON_LINES,
        CSV,
        TEXT,
        JSON
    }

    private final Form form;

    Reading(Form form) {
        this.form = form;
    }

    /** Empty where a page cannot show such a file. */
    public static Optional<Reading> of(Stage stage, ArtifactRef file) {
        return switch (stage.key() + "/" + file.name()) {
            case "security/security_report.jsonl" -> Optional.of(CASES);
            case "functional/functional_report.jsonl" -> Optional.of(SCENARIOS);
            case "judge/judge_report.jsonl" -> Optional.of(ANSWERS);
            case "judge/relay_logs.jsonl" -> Optional.of(EXCHANGES);
            default -> ofType(file.mediaType());
        };
    }

    private static Optional<Reading> ofType(String mediaType) {
        return switch (mediaType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip()) {
            case "application/jsonl", "application/x-ndjson", "application/jsonlines" -> Optional.of(LINES);
            case "application/json" -> Optional.of(DOCUMENT);
            case "text/csv" -> Optional.of(TABLE);
            case "text/plain", "text/markdown", "text/html", "text/x-log" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }

    Form form() {
        return form;
    }

    Facets facets(JsonNode line) {
        return switch (this) {
            case CASES -> Facets.ofCase(line);
            case SCENARIOS -> Facets.ofScenario(line);
            case ANSWERS -> Facets.ofAnswer(line);
            case EXCHANGES -> Facets.ofExchange(line);
            case LINES, TABLE, TEXT, DOCUMENT -> Facets.NONE;
        };
    }

    /** Whether a line is an object that is ranked by its members. */
    boolean isRanked() {
        return this == CASES || this == SCENARIOS || this == ANSWERS || this == EXCHANGES;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
