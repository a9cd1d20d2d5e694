package dev.touchstone.review.pages.evidence;

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
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.submission.LlmWords;
import dev.touchstone.review.pages.submission.Told;

/** Shapes which LLMs judged. */
final class JudgeShaping {

    private JudgeShaping() {
    }

    static JudgeView shape(Told told, Formats formats) {
        return new JudgeView(
                judged(told.events().stream().map(Timeline.Entry::event).toList(), told.view().subject().rounds(), formats));
    }

    /**
     * @param timeline in its order
     * @param rounds of the review, by which attempts are named where there are several
     */
    private static List<JudgeView.Judged> judged(List<StageEvent> timeline, List<UUID> rounds, Formats formats) {
        return Judgings.of(timeline).stream().map(judging -> judged(judging, rounds, formats)).toList();
    }

    private static JudgeView.Judged judged(Judging judging, List<UUID> rounds, Formats formats) {
        var verdict = judging.verdict();
        return new JudgeView.Judged(attempt(judging.key(), rounds), wish(judging, formats),
                judging.ran().seats().stream().map(JudgeShaping::seat).toList(),
                verdict == null ? null : verdict.ruling(), formats.figure(verdict == null ? null : verdict.score()));
    }

    private static String attempt(StageAttempt.@Nullable Key key, List<UUID> rounds) {
        if (key == null) {
            return "";
        }
        return rounds.size() > 1 ? rounds.indexOf(key.round()) + 1 + "." + key.attempt() : String.valueOf(key.attempt());
    }

    private static JudgeView.@Nullable Wish wish(Judging judging, Formats formats) {
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
}
