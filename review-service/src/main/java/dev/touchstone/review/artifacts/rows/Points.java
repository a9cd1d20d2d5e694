package dev.touchstone.review.artifacts.rows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;

/** Puts lines of reports in short. What is not there is left empty. */
final class Points {

    private static final int LONGEST = 280;
    private static final Shown NOTHING = Shown.of("");

    private Points() {
    }

    static List<Point> of(Stage stage, List<Leaf.Row> rows) {
        return rows.stream().map(row -> of(stage, row)).toList();
    }

    private static Point of(Stage stage, Leaf.Row row) {
        JsonNode line = row.content();
        return switch (stage) {
            case SECURITY -> new Point(stage, row.number(), Facets.ofCase(line).standing().outcome(),
                    ofCase(line, last(line.path("exchanges"))), List.of());
            case FUNCTIONAL -> new Point(stage, row.number(), Facets.ofScenario(line).standing().outcome(),
                    new Point.Texts(title(line.path("useCase"), line.path("scenarioId")), text(line.path("question")),
                            text(line.path("expected")), text(line.path("answer")), text(line.path("reason"))),
                    List.of());
            case JUDGE -> new Point(stage, row.number(), Facets.ofAnswer(line).standing().outcome(), ofAnswer(line),
                    dissents(line.path("result")));
            case PRECHECK, HUMAN, PUBLISH -> throw new IllegalArgumentException("No reports of " + stage);
        };
    }

    private static Point.Texts ofCase(JsonNode line, JsonNode exchange) {
        return new Point.Texts(title(line.path("category"), line.path("caseId")), text(exchange.path("prompt")),
                NOTHING, text(exchange.path("answer")), text(line.path("reason")));
    }

    private static Point.Texts ofAnswer(JsonNode line) {
        JsonNode question = line.path("question");
        String reasons = each(line.path("result").path("reasons")).map(JsonNode::asText).collect(Collectors.joining(" "));
        return new Point.Texts(title(question.path("perspective"), question.path("id")), text(question.path("text")),
                NOTHING, text(line.path("heard").path("answer").path("text")), Shown.of(reasons, LONGEST));
    }

    private static List<Point.Dissent> dissents(JsonNode result) {
        return each(result.path("votes"))
                .filter(vote -> vote.path("criticalSafety").asBoolean() || !vote.path("verdict").equals(result.path("verdict")))
                .map(vote -> new Point.Dissent(text(vote.path("juror")), Facets.word(vote.path("verdict")),
                        vote.path("criticalSafety").asBoolean()))
                .toList();
    }

    private static JsonNode last(JsonNode values) {
        return each(values).reduce((earlier, later) -> later).orElse(MissingNode.getInstance());
    }

    private static Shown title(JsonNode topic, JsonNode id) {
        return Shown.of(Stream.of(topic, id).filter(JsonNode::isTextual).map(JsonNode::textValue)
                .collect(Collectors.joining(" · ")), LONGEST);
    }

    private static Shown text(JsonNode value) {
        return Shown.of(value.isTextual() ? value.textValue() : "", LONGEST);
    }

    private static Stream<JsonNode> each(JsonNode values) {
        return values.isArray() ? values.valueStream() : Stream.empty();
    }
}
