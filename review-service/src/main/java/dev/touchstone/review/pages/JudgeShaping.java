package dev.touchstone.review.pages;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;
import dev.touchstone.review.Judging;
import dev.touchstone.review.Judgings;
import dev.touchstone.review.Shown;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.human.LlmOffer;

/** Shapes which LLMs judged, and which may be asked for. */
final class JudgeShaping {

    private JudgeShaping() {
    }

    /**
     * @param timeline in its order
     * @param rounds of the review, by which attempts are named where there are several
     */
    static List<SubmissionView.Judged> judged(List<StageEvent> timeline, List<UUID> rounds) {
        return Judgings.of(timeline).stream().map(judging -> judged(judging, rounds)).toList();
    }

    private static SubmissionView.Judged judged(Judging judging, List<UUID> rounds) {
        var verdict = judging.verdict();
        return new SubmissionView.Judged(attempt(judging.key(), rounds), wish(judging),
                judging.ran().seats().stream().map(JudgeShaping::seat).toList(),
                verdict == null ? null : verdict.ruling(), Formats.figure(verdict == null ? null : verdict.score()));
    }

    private static String attempt(StageAttempt.@Nullable Key key, List<UUID> rounds) {
        if (key == null) {
            return "";
        }
        return rounds.size() > 1 ? rounds.indexOf(key.round()) + 1 + "." + key.attempt() : String.valueOf(key.attempt());
    }

    private static SubmissionView.@Nullable Wish wish(Judging judging) {
        Judging.Wish wish = judging.wish();
        return wish == null ? null
                : new SubmissionView.Wish(LlmWords.of(wish.settings()), Shown.of(wish.reason()),
                        Shown.of(wish.by() + ", " + Formats.time(wish.at())), LlmWords.of(judging.ran().applied()),
                        judging.wasIgnored());
    }

    private static Shown seat(Judging.Seat seat) {
        String name = seat.juror() == null ? "" : seat.juror() + ": ";
        return Shown.of(name + Stream.of(seat.state(), LlmWords.text(seat.settings()), seat.reason())
                .filter(Objects::nonNull).filter(text -> !text.isEmpty()).reduce((a, b) -> a + " · " + b).orElse(""));
    }

    static SubmissionView.Offer offer(LlmOffer offer) {
        List<String> models = offer.allowed().models();
        List<String> known = models == null ? offer.jurors().stream().map(LlmOffer.Juror::model).distinct().toList() : models;
        return new SubmissionView.Offer(offer.isKnown(), offer.jurors().stream().map(JudgeShaping::juror).toList(),
                known.stream().map(Shown::of).toList(), offer.allowed().addresses().stream().map(Shown::of).toList(),
                models == null);
    }

    private static Shown juror(LlmOffer.Juror juror) {
        return Shown.of(juror.name() + ": " + String.join(" · ", juror.provider(), juror.model(), juror.baseUrl()));
    }
}
