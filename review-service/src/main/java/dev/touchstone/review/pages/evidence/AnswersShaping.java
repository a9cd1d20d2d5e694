package dev.touchstone.review.pages.evidence;

import static dev.touchstone.review.pages.evidence.Members.each;
import static dev.touchstone.review.pages.evidence.Members.text;
import static dev.touchstone.review.pages.evidence.Members.texts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Shown;
import dev.touchstone.review.artifacts.rows.Leaf;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.charts.Scale;
import dev.touchstone.review.pages.charts.Spread;

/**
 * Shapes the lines of a judge report. They hold an agent's and models' words, so a member that is missing or of another type
 * leaves its place empty and is no failure.
 */
final class AnswersShaping {

    private static final List<String> CRITERIA = List.of("taskCompletion", "toolUsage", "autonomy", "safety");
    private static final int ALL = 100;
    /** A question gets a few tries of a few phases from a few jurors; a page of more could not be read. */
    private static final int MOST = 20;

    private final Formats formats;

    private AnswersShaping(Formats formats) {
        this.formats = formats;
    }

    static AnswersView shape(List<Leaf.Row> rows, Formats formats) {
        AnswersShaping shaping = new AnswersShaping(formats);
        return new AnswersView(rows.stream().map(row -> shaping.answer(row, rows.size() == 1)).toList(),
                Spread.of(rows.stream().map(row -> criterion(row.content())).toList(), Scale.of(0, ALL)));
    }

    private static Spread.Criterion criterion(JsonNode line) {
        return new Spread.Criterion(text(line.path("question").path("id")), each(line.path("result").path("votes")).limit(MOST)
                .map(vote -> new Spread.Vote(text(vote.path("juror")),
                        vote.path("score").isNumber() ? vote.path("score").doubleValue() : null))
                .toList());
    }

    private AnswersView.Answer answer(Leaf.Row row, boolean alone) {
        JsonNode line = row.content();
        JsonNode result = line.path("result");
        List<AnswersView.Opinion> opinions = each(line.path("opinions")).limit(MOST)
                .map(opinion -> opinion(opinion, result.path("votes"))).toList();
        return new AnswersView.Answer(new AnswersView.Place(row.number(), alone, SecurityShaping.tone(row)), asked(line),
                heard(line.path("heard")),
                new AnswersView.Result(ruling(result), figure(result.path("score")), figure(result.path("spread")),
                        result.path("criticalSafety").asBoolean(), texts(result.path("reasons"))),
                new AnswersView.Jury(opinions, side(line.path("opinions"))));
    }

    private List<AnswersView.Side> side(JsonNode opinions) {
        return CRITERIA.stream().map(key -> new AnswersView.Side(key, each(opinions).limit(MOST)
                .map(opinion -> figure(opinion.path("scores").path(key))).toList())).toList();
    }

    private static AnswersView.Asked asked(JsonNode line) {
        JsonNode question = line.path("question");
        JsonNode provenance = question.path("provenance");
        String origin = Stream.of(question.path("perspective"), question.path("language"), provenance.path("source"),
                provenance.path("template"), provenance.path("place")).map(JsonNode::asText).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        JsonNode reference = question.path("reference");
        return new AnswersView.Asked(text(question.path("id")), Shown.of(origin), text(question.path("text")),
                new AnswersView.Expected(text(line.path("expected")), text(reference.path("answer")),
                        text(reference.path("origin"))),
                text(question.path("recorded").path("from")));
    }

    private static AnswersView.Heard heard(JsonNode heard) {
        JsonNode answer = heard.path("answer");
        String failure = Stream.of(heard.path("code"), heard.path("detail")).map(JsonNode::asText)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(": "));
        return new AnswersView.Heard(text(answer.path("text")), Shown.of(failure),
                each(answer.path("flags")).map(flag -> new AnswersView.Named(text(flag.path("name")),
                        text(flag.path("evidence").path("quote")))).toList(),
                each(heard.path("toolUses")).map(use -> new AnswersView.Named(text(use.path("name")),
                        text(use.path("arguments")))).toList());
    }

    private AnswersView.Opinion opinion(JsonNode opinion, JsonNode votes) {
        JsonNode vote = each(votes).filter(each -> each.path("juror").equals(opinion.path("juror"))).findFirst()
                .orElse(votes.path("none"));
        boolean said = opinion.path("reasons").isArray();
        return new AnswersView.Opinion(new AnswersView.Juror(text(opinion.path("juror")), text(opinion.path("mechanism"))),
                new AnswersView.Ballot(text(opinion.path("vote")), ruling(vote), figure(vote.path("score")),
                        new AnswersView.Marks(opinion.path("criticalSafety").asBoolean(), vote.path("unstable").asBoolean()),
                        points(opinion.path("scores"))),
                said ? texts(opinion.path("reasons")) : List.of(text(opinion.path("reason"))),
                each(opinion.path("findings")).limit(MOST * 2).map(AnswersShaping::finding).toList(),
                each(opinion.path("samples")).limit(MOST).map(this::sample).toList());
    }

    private static AnswersView.Finding finding(JsonNode finding) {
        JsonNode span = finding.path("evidence");
        return new AnswersView.Finding(finding.path("met").asBoolean(), text(finding.path("check")),
                text(finding.path("reason")), text(span.path("quote")),
                span.isObject() ? span.path("start").asInt() + "–" + span.path("end").asInt() : "");
    }

    private AnswersView.Sample sample(JsonNode sample) {
        return new AnswersView.Sample(figure(sample.path("number")), text(sample.path("order")), text(sample.path("servedBy")),
                sample.path("fallback").asBoolean(),
                new AnswersView.Drawn(text(sample.path("problem")), points(sample.path("scores")),
                        each(sample.path("exchanges")).limit(MOST).map(this::phase).toList()));
    }

    private AnswersView.Phase phase(JsonNode exchange) {
        JsonNode tokens = exchange.path("tokens");
        return new AnswersView.Phase(text(exchange.path("phase")), text(exchange.path("reply")),
                text(exchange.path("problem")), figure(tokens.path("input")) + " / " + figure(tokens.path("output")));
    }

    /** Empty where nothing was measured. */
    private List<AnswersView.Points> points(JsonNode scores) {
        return !scores.isObject() ? List.of()
                : CRITERIA.stream().map(key -> new AnswersView.Points(key, figure(scores.path(key)))).toList();
    }

    private static @Nullable Ruling ruling(JsonNode of) {
        return Arrays.stream(Ruling.values()).filter(ruling -> ruling.name().equalsIgnoreCase(of.path("verdict").asText()))
                .findFirst().orElse(null);
    }

    private String figure(JsonNode value) {
        return Members.figure(value, formats);
    }
}
