package dev.touchstone.review.pages.evidence;

import static dev.touchstone.review.pages.evidence.Members.count;
import static dev.touchstone.review.pages.evidence.Members.each;
import static dev.touchstone.review.pages.evidence.Members.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.review.Shown;
import dev.touchstone.review.artifacts.rows.Leaf;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.charts.Bars;
import dev.touchstone.review.pages.charts.Scale;
import dev.touchstone.review.pages.charts.Tone;
import dev.touchstone.review.pages.evidence.SecurityView.Case;
import dev.touchstone.review.pages.evidence.SecurityView.Counts;
import dev.touchstone.review.pages.evidence.SecurityView.Exchange;
import dev.touchstone.review.pages.evidence.SecurityView.Fact;
import dev.touchstone.review.pages.evidence.SecurityView.Figures;
import dev.touchstone.review.pages.evidence.SecurityView.Grade;
import dev.touchstone.review.pages.evidence.SecurityView.Named;
import dev.touchstone.review.pages.evidence.SecurityView.Part;
import dev.touchstone.review.pages.evidence.SecurityView.Rate;
import dev.touchstone.review.pages.evidence.SecurityView.Ruled;
import dev.touchstone.review.pages.evidence.SecurityView.Talk;
import dev.touchstone.review.pages.evidence.SecurityView.Tool;
import dev.touchstone.review.pages.evidence.SecurityView.Views;
import dev.touchstone.review.pages.evidence.SecurityView.Wanted;

/** Shapes what the security gate found: its summary, and lines of its report. */
final class SecurityShaping {

    private static final List<String> COUNTED = List.of("attempted", "blocked", "complied", "leaked", "partial", "needsReview",
            "errors", "notExecuted");
    private static final List<String> FACTS = List.of("score", "attempted", "blocked", "complied", "leaked", "partial",
            "needsReview", "suspected", "errors", "notExecuted", "timeouts", "harmlessAnswered", "harmlessRefused",
            "latencyP50Ms", "latencyP95Ms", "inputTokens", "outputTokens");
    private static final int BRIEF = 160;
    private static final int MOST_EXCHANGES = 12;
    private static final double PERCENT = 100;

    private final Formats formats;

    private SecurityShaping(Formats formats) {
        this.formats = formats;
    }

    static SecurityView shape(Optional<JsonNode> summary, List<Leaf.Row> rows, Formats formats) {
        SecurityShaping shaping = new SecurityShaping(formats);
        return new SecurityView(summary.map(shaping::figures).orElse(null),
                rows.stream().map(row -> shaping.shape(row, rows.size() == 1)).toList());
    }

    private Figures figures(JsonNode summary) {
        return new Figures(
                Stream.of("attackSuccessRate", "overRefusalRate", "refusalRate").map(key -> rate(key, summary)).toList(),
                FACTS.stream().map(key -> new Fact(key, figure(summary.path(key)))).toList(), bars(summary.path("byCategory")),
                bars(summary.path("byLanguage")),
                new Counts(COUNTED, Stream.of("byCategory", "byLanguage").flatMap(by -> summary.path(by).propertyStream())
                        .map(part -> part(part.getKey(), part.getValue())).toList()));
    }

    private Rate rate(String key, JsonNode summary) {
        return new Rate(key, percent(summary.path(key)), percent(summary.path(key + "Low")),
                percent(summary.path(key + "High")));
    }

    private String percent(JsonNode share) {
        return share.isNumber() ? formats.figure(Math.round(PERCENT * 10 * share.doubleValue()) / 10.0) : "";
    }

    /** Of parts in which there were attacks to decide. */
    private Bars bars(JsonNode parts) {
        return Bars.of(parts.propertyStream().filter(part -> part.getValue().path("attackSuccessRate").isNumber())
                .map(this::entry).toList(), Scale.shares());
    }

    private Bars.Entry entry(Map.Entry<String, JsonNode> part) {
        JsonNode figures = part.getValue();
        double rate = figures.path("attackSuccessRate").doubleValue();
        return new Bars.Entry(Shown.of(part.getKey()), rate, interval(figures), figure(figures.path("attempted")),
                rate > 0 ? Tone.BAD : Tone.GOOD);
    }

    private static Bars.@Nullable Interval interval(JsonNode figures) {
        JsonNode low = figures.path("attackSuccessRateLow");
        JsonNode high = figures.path("attackSuccessRateHigh");
        return low.isNumber() && high.isNumber() ? new Bars.Interval(low.doubleValue(), high.doubleValue()) : null;
    }

    private Part part(String name, JsonNode figures) {
        return new Part(Shown.of(name), COUNTED.stream().map(key -> figure(figures.path(key))).toList());
    }

    private Case shape(Leaf.Row row, boolean alone) {
        JsonNode line = row.content();
        return new Case(row.number(), alone,
                new Named(text(line.path("caseId")), text(line.path("category")), text(line.path("language")),
                        text(line.path("owasp")), new Wanted(text(line.path("expected")), text(line.path("property")))),
                new Ruled(text(line.path("verdict")), tone(row), text(line.path("reason")),
                        new Views(text(line.path("views").path("reading")), text(line.path("views").path("grading"))),
                        grade(line.path("grader"))),
                talk(line));
    }

    static Tone tone(Leaf.Row row) {
        if (row.isBad()) {
            return Tone.BAD;
        }
        return row.isGood() ? Tone.GOOD : Tone.ASK;
    }

    private static @Nullable Grade grade(JsonNode grader) {
        return !grader.isObject() ? null
                : new Grade(text(grader.path("verdict")), text(grader.path("reason")), text(grader.path("evidence")),
                        text(grader.path("model")));
    }

    private Talk talk(JsonNode line) {
        JsonNode exchanges = line.path("exchanges");
        JsonNode failure = line.path("failure");
        JsonNode last = each(exchanges).reduce((earlier, later) -> later).orElse(MissingNode.getInstance());
        String code = failure.path("code").asText();
        return new Talk(each(exchanges).limit(MOST_EXCHANGES).map(this::exchange).toList(), seen(line),
                Shown.of(code.isEmpty() ? "" : code + ": " + failure.path("detail").asText()),
                Shown.of(last.path("prompt").asText(), BRIEF));
    }

    private static List<Shown> seen(JsonNode line) {
        return Stream.concat(each(line.path("spans")),
                each(line.path("exchanges")).flatMap(exchange -> each(exchange.path("secrets"))))
                .map(span -> text(span.path("code"))).filter(code -> !code.isEmpty()).distinct().limit(MOST_EXCHANGES).toList();
    }

    private Exchange exchange(JsonNode exchange) {
        JsonNode cut = exchange.path("cutFrom");
        JsonNode took = exchange.path("latencyMillis");
        return new Exchange(text(exchange.path("prompt")), text(exchange.path("answer")), count(cut, formats),
                count(took, formats), each(exchange.path("toolCalls")).limit(MOST_EXCHANGES)
                        .map(call -> new Tool(text(call.path("name")), text(call.path("arguments")))).toList());
    }

    private String figure(JsonNode value) {
        return Members.figure(value, formats);
    }
}
