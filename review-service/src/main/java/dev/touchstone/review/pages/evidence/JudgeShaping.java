package dev.touchstone.review.pages.evidence;

import static dev.touchstone.review.pages.evidence.Members.each;
import static dev.touchstone.review.pages.evidence.Members.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.StageEvent;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.Judging;
import dev.touchstone.review.Judgings;
import dev.touchstone.review.Shown;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.submission.LlmWords;
import dev.touchstone.review.pages.submission.Told;

/** Shapes what the jury came to, and which LLMs judged. */
final class JudgeShaping {

    private static final List<String> FACTS = List.of("questions", "approved", "manual", "rejected", "unanswered",
            "criticalSafety", "agreement/fleissKappa", "agreement/alphaOfScores", "agreement/meanSpread", "agreement/maxSpread",
            "positionBias/flipShare", "usage/calls", "usage/inputTokens", "usage/outputTokens", "usage/cost");
    private static final int MOST = 40;
    private static final double ALL = 100;

    private final Formats formats;

    private JudgeShaping(Formats formats) {
        this.formats = formats;
    }

    static JudgeView shape(Told told, Optional<JsonNode> summary, AnswersView answers, Formats formats) {
        JudgeShaping shaping = new JudgeShaping(formats);
        return new JudgeView(shaping.verdict(told.view()), summary.map(shaping::summary).orElse(null),
                shaping.judged(told.events().stream().map(Timeline.Entry::event).toList(), told.view().subject().rounds()),
                answers);
    }

    private JudgeView.@Nullable Verdict verdict(CaseView view) {
        Findings.Verdict verdict = view.findings().verdict();
        return verdict == null ? null
                : new JudgeView.Verdict(verdict.ruling(), formats.figure(verdict.score()), verdict.jurors(),
                        verdict.reasons().stream().map(Shown::of).toList(), JuryFigures.of(view, formats));
    }

    private JudgeView.Summary summary(JsonNode summary) {
        JsonNode method = summary.path("method");
        return new JudgeView.Summary(
                FACTS.stream().map(key -> new SecurityView.Fact(key.replaceFirst(".*/", ""), figure(summary.at("/" + key))))
                        .toList(),
                each(summary.path("jury")).limit(MOST).map(this::member).toList(), counts(summary.path("flags")),
                new JudgeView.Method(text(method.path("prompts")), text(method.path("promptsDigest")),
                        figure(method.path("samples")), text(method.path("seedId"))));
    }

    private JudgeView.Member member(JsonNode seat) {
        JsonNode mean = seat.path("meanScore");
        return new JudgeView.Member(text(seat.path("juror")), text(seat.path("mechanism")),
                new JudgeView.Votes(figure(seat.path("votes")), figure(seat.path("abstentions")), figure(seat.path("recusals")),
                        figure(seat.path("unstable"))),
                formats.figure(mean.isNumber() ? ALL * mean.doubleValue() : null), counts(seat.path("servedBy")));
    }

    private List<JudgeView.Count> counts(JsonNode byName) {
        return byName.propertyStream().limit(MOST).map(each -> new JudgeView.Count(Shown.of(each.getKey()),
                figure(each.getValue()))).toList();
    }

    /**
     * @param timeline in its order
     * @param rounds of the review, by which attempts are named where there are several
     */
    private List<JudgeView.Judged> judged(List<StageEvent> timeline, List<UUID> rounds) {
        return Judgings.of(timeline).stream().map(judging -> judged(judging, rounds)).toList();
    }

    private JudgeView.Judged judged(Judging judging, List<UUID> rounds) {
        var verdict = judging.verdict();
        return new JudgeView.Judged(attempt(judging.key(), rounds), wish(judging),
                judging.ran().seats().stream().map(JudgeShaping::seat).toList(),
                verdict == null ? null : verdict.ruling(), formats.figure(verdict == null ? null : verdict.score()));
    }

    private static String attempt(StageAttempt.@Nullable Key key, List<UUID> rounds) {
        if (key == null) {
            return "";
        }
        return rounds.size() > 1 ? rounds.indexOf(key.round()) + 1 + "." + key.attempt() : String.valueOf(key.attempt());
    }

    private JudgeView.@Nullable Wish wish(Judging judging) {
        Judging.Wish wish = judging.wish();
        return wish == null ? null
                : new JudgeView.Wish(LlmWords.of(wish.settings()), Shown.of(wish.reason()),
                        Shown.of(wish.by() + ", " + formats.time(wish.at())), LlmWords.of(judging.ran().applied()),
                        judging.wasIgnored());
    }

    private static Shown seat(Judging.Seat seat) {
        String name = seat.juror() == null ? "" : seat.juror() + ": ";
        return Shown.of(name + Stream.of(seat.state(), LlmWords.text(seat.settings()), seat.reason())
                .filter(Objects::nonNull).filter(text -> !text.isEmpty()).reduce((a, b) -> a + " · " + b).orElse(""));
    }

    private String figure(JsonNode value) {
        return Members.figure(value, formats);
    }
}
