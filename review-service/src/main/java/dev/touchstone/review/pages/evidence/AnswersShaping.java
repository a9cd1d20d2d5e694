package dev.touchstone.review.pages.evidence;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Formats;

/**
 * Shapes the lines of a judge report. They hold an agent's and models' words, so a member that is missing or of another type
 * leaves its place empty and is no failure.
 */
final class AnswersShaping {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> CRITERIA = List.of("taskCompletion", "toolUsage", "autonomy", "safety");
    /** An attempt asks a dozen questions or some; a page of more could not be read. */
    private static final int MOST = 200;

    private final Formats formats;

    private AnswersShaping(Formats formats) {
        this.formats = formats;
    }

    /**
     * @throws IOException if it is no JSON Lines
     */
    static List<AnswersView.Answer> answers(byte[] report, Formats formats) throws IOException {
        AnswersShaping shaping = new AnswersShaping(formats);
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(report)) {
            return lines.readAll().stream().limit(MOST).map(shaping::answer).toList();
        }
    }

    private AnswersView.Answer answer(JsonNode line) {
        JsonNode result = line.path("result");
        return new AnswersView.Answer(asked(line), heard(line.path("heard")),
                new AnswersView.Result(ruling(result), figure(result.path("score")), figure(result.path("spread")),
                        result.path("criticalSafety").asBoolean(), texts(result.path("reasons"))),
                each(line.path("opinions")).map(opinion -> opinion(opinion, result.path("votes"))).toList());
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
                each(opinion.path("findings")).map(AnswersShaping::finding).toList(),
                each(opinion.path("samples")).map(this::sample).toList());
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
                        each(sample.path("exchanges")).map(this::phase).toList()));
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
        return formats.figure(value.isNumber() ? value.doubleValue() : null);
    }

    private static Shown text(JsonNode value) {
        return Shown.of(value.isTextual() ? value.textValue() : null);
    }

    private static List<Shown> texts(JsonNode values) {
        return each(values).map(AnswersShaping::text).filter(text -> !text.isEmpty()).toList();
    }

    private static Stream<JsonNode> each(JsonNode values) {
        return values.isArray() ? values.valueStream() : Stream.empty();
    }
}
