package dev.touchstone.review.pages.evidence;

import static dev.touchstone.review.pages.evidence.Members.count;
import static dev.touchstone.review.pages.evidence.Members.each;
import static dev.touchstone.review.pages.evidence.Members.text;
import static dev.touchstone.review.pages.evidence.Members.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.review.Shown;
import dev.touchstone.review.artifacts.rows.Leaf;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.charts.Histogram;
import dev.touchstone.review.pages.charts.Scale;
import dev.touchstone.review.pages.charts.Tone;
import dev.touchstone.review.pages.evidence.FunctionalView.Compared;
import dev.touchstone.review.pages.evidence.FunctionalView.Distance;
import dev.touchstone.review.pages.evidence.FunctionalView.Figures;
import dev.touchstone.review.pages.evidence.FunctionalView.Named;
import dev.touchstone.review.pages.evidence.FunctionalView.Opinion;
import dev.touchstone.review.pages.evidence.FunctionalView.Ruled;
import dev.touchstone.review.pages.evidence.FunctionalView.Scenario;
import dev.touchstone.review.pages.evidence.FunctionalView.Turn;
import dev.touchstone.review.pages.evidence.SecurityView.Counts;
import dev.touchstone.review.pages.evidence.SecurityView.Fact;
import dev.touchstone.review.pages.evidence.SecurityView.Part;

/** Shapes what functional accuracy found: its summary, and lines of its report. */
final class FunctionalShaping {

    private static final List<String> FACTS = List.of("score", "scenarios", "passes", "needsReview", "fails",
            "responsesWithError", "notExecuted", "averageDistance", "embeddingAverageDistance", "embeddingMaxDistance",
            "latencyP50Ms", "latencyP95Ms", "turns", "inputTokens", "outputTokens");
    private static final List<String> COUNTED = List.of("scenarios", "passes", "needsReview", "fails", "responsesWithError",
            "notExecuted", "averageDistance");
    private static final int BRIEF = 160;
    private static final int MOST_TURNS = 12;
    private static final int MOST_USE_CASES = 200;

    private final Formats formats;

    private FunctionalShaping(Formats formats) {
        this.formats = formats;
    }

    /**
     * @param distances negative where none was measured
     */
    static FunctionalView shape(Optional<JsonNode> summary, List<Double> distances, List<Leaf.Row> rows,
            Formats formats) {
        FunctionalShaping shaping = new FunctionalShaping(formats);
        List<@Nullable Double> measured = new ArrayList<>();
        distances.forEach(distance -> measured.add(distance < 0 ? null : distance));
        return new FunctionalView(summary.map(shaping::figures).orElse(null),
                Histogram.of(measured, Scale.of(0, 1), null),
                rows.stream().map(row -> shaping.shape(row, rows.size() == 1)).toList());
    }

    private Figures figures(JsonNode summary) {
        return new Figures(FACTS.stream().map(key -> new Fact(key, figure(summary.path(key)))).toList(),
                new Counts(COUNTED,
                        each(summary.path("useCases")).limit(MOST_USE_CASES)
                                .map(useCase -> new Part(text(useCase.path("useCase")),
                                        COUNTED.stream().map(key -> figure(useCase.path(key))).toList()))
                                .toList()),
                text(summary.path("embeddingModel")));
    }

    private Scenario shape(Leaf.Row row, boolean alone) {
        JsonNode line = row.content();
        JsonNode source = line.path("source");
        String code = line.path("failureCode").asText("");
        String failure = !line.path("failureCode").isTextual() ? "" : code + ": " + line.path("failureDetail").asText();
        return new Scenario(row.number(), alone,
                new Named(text(line.path("scenarioId")), text(line.path("useCase")), text(line.path("language")),
                        Shown.of(source.path("kind").asText() + " " + source.path("ref").asText()),
                        Shown.of(line.path("question").asText(), BRIEF)),
                ruled(line, SecurityShaping.tone(row), opinion(line.path("evaluation"))), compared(line, failure),
                turns(line.path("turns")));
    }

    private Ruled ruled(JsonNode line, Tone tone, @Nullable Opinion opinion) {
        JsonNode distance = line.path("distance");
        return new Ruled(text(line.path("verdict")), tone, text(line.path("reason")),
                new Distance(figure(distance.path("combined")), figure(distance.path("embedding")),
                        figure(distance.path("words"))),
                opinion);
    }

    private static @Nullable Opinion opinion(JsonNode evaluation) {
        return !evaluation.isObject() ? null
                : new Opinion(text(evaluation.path("opinion")), text(evaluation.path("reason")),
                        text(evaluation.path("evidence")), text(evaluation.path("model")));
    }

    private Compared compared(JsonNode line, String failure) {
        JsonNode cut = line.path("cutFrom");
        JsonNode took = line.path("latencyMillis");
        return new Compared(text(line.path("question")),
                WordDiff.of(text(line.path("expected")), text(line.path("answer"))), Shown.of(failure),
                count(cut, formats), count(took, formats));
    }

    /** A single turn is the scenario itself. */
    private List<Turn> turns(JsonNode turns) {
        return turns.size() < 2 ? List.of()
                : each(turns).limit(MOST_TURNS).map(turn -> new Turn(compared(turn, ""),
                        ruled(turn, tone(turn.path("verdict").asText()), null), texts(turn.path("missingFacts")),
                        text(turn.path("progress")))).toList();
    }

    private static Tone tone(String verdict) {
        return switch (verdict) {
            case "pass" -> Tone.GOOD;
            case "fail" -> Tone.BAD;
            default -> Tone.ASK;
        };
    }

    private String figure(JsonNode value) {
        return Members.figure(value, formats);
    }
}
