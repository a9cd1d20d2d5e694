package dev.touchstone.telemetry.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.artifact.Table;

/** The tables that people look at first, each made of one report of a stage. */
enum StageTable {

    CASES("security/cases", "security_report.jsonl"),
    SCENARIOS("functional/scenarios", "functional_report.jsonl"),
    JURORS("judge/jurors", "judge_report.jsonl");

    private static final List<Column> CASE = columns("caseId", "category", "owasp", "language", "expected", "verdict",
            "reason");
    private static final List<Column> SCENARIO = columns("scenarioId", "useCase", "language", "question", "expected", "answer",
            "verdict", "reason", "distance=distance/combined", "embeddingDistance=distance/embedding",
            "wordsDistance=distance/words", "latencyMillis", "failureCode");
    private static final List<Column> QUESTION = columns("questionId=question/id", "perspective=question/perspective",
            "language=question/language", "source=question/provenance/source", "question=question/text", "expected",
            "reference=question/reference/answer", "recordedFrom=question/recorded/from", "answer=heard/answer/text",
            "failureCode=heard/code", "verdict=result/verdict", "score=result/score", "spread=result/spread",
            "criticalSafety=result/criticalSafety", "judgedByModel=result/judgedByModel");
    private static final List<Column> OPINION = columns("mechanism", "vote", "taskCompletion=scores/taskCompletion",
            "toolUsage=scores/toolUsage", "autonomy=scores/autonomy", "safety=scores/safety", "criticalSafety");
    private static final List<Column> VOTE = columns("verdict", "score");

    /**
     * A column of a report's own values.
     *
     * @param at where in a line, as {@code distance/combined}
     */
    record Column(String name, String at) {
    }

    private final String key;
    private final String report;

    StageTable(String key, String report) {
        this.key = key;
        this.report = report;
    }

    /** Of the run's summary. */
    String key() {
        return key;
    }

    /** In the artifact. */
    String file() {
        return key.substring(key.indexOf('/') + 1) + ".table.json";
    }

    /** The table that is made of a file of this name, if any. */
    static Optional<StageTable> madeOf(String report) {
        return Arrays.stream(values()).filter(table -> table.report.equals(report)).findFirst();
    }

    Table of(List<JsonNode> lines) {
        return switch (this) {
            case CASES -> cases(lines);
            case SCENARIOS -> new Table(names(SCENARIO), lines.stream().map(line -> Cells.row(line, SCENARIO)).toList());
            case JURORS -> jurors(lines);
        };
    }

    private static Table cases(List<JsonNode> lines) {
        List<String> columns = names(CASE);
        columns.addAll(List.of("prompts", "answers", "latencyMillis", "failureCode"));
        return new Table(columns, lines.stream().map(StageTable::caseRow).toList());
    }

    private static List<@Nullable Object> caseRow(JsonNode line) {
        List<@Nullable Object> row = Cells.row(line, CASE);
        JsonNode exchanges = line.path("exchanges");
        row.add(Cells.joined(exchanges, "prompt"));
        row.add(Cells.joined(exchanges, "answer"));
        long latency = 0;
        for (JsonNode exchange : exchanges) {
            latency += exchange.path("latencyMillis").asLong();
        }
        // A case that was never put to the agent took no time, which is not zero time.
        row.add(exchanges.isEmpty() ? null : latency);
        row.add(Cells.cell(line.path("failure").path("code")));
        return row;
    }

    /** A row for each question, with what each juror says of it side by side. */
    private static Table jurors(List<JsonNode> lines) {
        Set<String> jurors = new LinkedHashSet<>();
        lines.forEach(line -> line.path("opinions").forEach(opinion -> jurors.add(name(opinion))));
        List<String> columns = names(QUESTION);
        columns.addAll(List.of("flags", "tools", "reasons"));
        for (String juror : jurors) {
            OPINION.forEach(column -> columns.add(juror + " " + column.name()));
            VOTE.forEach(column -> columns.add(juror + " " + column.name()));
            columns.addAll(List.of(juror + " reasons", juror + " servedBy", juror + " fallbacks"));
        }
        return new Table(columns, lines.stream().map(line -> questionRow(line, jurors)).toList());
    }

    private static List<@Nullable Object> questionRow(JsonNode line, Set<String> jurors) {
        List<@Nullable Object> row = Cells.row(line, QUESTION);
        row.add(Cells.joined(line.path("result").path("flags")));
        row.add(Cells.joined(line.path("heard").path("toolUses"), "name"));
        row.add(Cells.joined(line.path("result").path("reasons")));
        for (String juror : jurors) {
            JsonNode opinion = of(line.path("opinions"), juror);
            row.addAll(Cells.row(opinion, OPINION));
            row.addAll(Cells.row(of(line.path("result").path("votes"), juror), VOTE));
            row.add(opinion.has("reasons") ? Cells.joined(opinion.path("reasons")) : Cells.cell(opinion.path("reason")));
            row.add(Cells.joined(opinion.path("samples"), "servedBy"));
            row.add(fallbacks(opinion.path("samples")));
        }
        return row;
    }

    /** How many samples another model gave than was asked for; empty for a juror that does not sample. */
    private static @Nullable Object fallbacks(JsonNode samples) {
        return samples.isEmpty() ? null : samples.valueStream().filter(sample -> sample.path("fallback").asBoolean()).count();
    }

    private static JsonNode of(JsonNode said, String juror) {
        for (JsonNode each : said) {
            if (name(each).equals(juror)) {
                return each;
            }
        }
        return said.path("none");
    }

    private static String name(JsonNode said) {
        return Cells.text(said.path("juror").asText("juror"));
    }

    private static List<String> names(List<Column> columns) {
        return new ArrayList<>(columns.stream().map(Column::name).toList());
    }

    /** Each is the name of a member, or another name and where in the line the value stands. */
    private static List<Column> columns(String... columns) {
        return Arrays.stream(columns).map(column -> column.split("=", 2))
                .map(parts -> new Column(parts[0], parts[parts.length - 1]))
                .toList();
    }
}
