package dev.touchstone.review;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.review.Findings.Verdict;

/**
 * One attempt of the judge: which LLM somebody asked for, with which ones it ran, and what it came to. {@link Judgings} makes
 * them of the review's events, so that attempts can be read side by side.
 *
 * @param key null for a wish that no attempt has taken up
 * @param wish null where a person asked for no other LLM
 * @param verdict null before there is one
 */
public record Judging(StageAttempt.@Nullable Key key, @Nullable Wish wish, Ran ran, @Nullable Verdict verdict) {

    /** What a person asked for with a retry. */
    public record Wish(LlmSettings settings, String by, Instant at, String reason) {
    }

    /**
     * With what the attempt ran.
     *
     * @param applied what was told to be in force instead of the operator's settings; null where nothing was
     * @param seats of the models, known at the attempt's end
     */
    public record Ran(@Nullable LlmSettings applied, List<Seat> seats) {

        static final Ran UNKNOWN = new Ran(null, List.of());

        public Ran {
            seats = List.copyOf(seats);
        }
    }

    /**
     * A model's seat on the jury, as the attempt's summary tells it.
     *
     * @param juror null where no model was seated at all
     * @param state {@code off}, {@code unusable}, {@code dry-run} or {@code on}
     * @param reason why it is off or unusable
     */
    public record Seat(@Nullable String juror, String state, @Nullable String reason, LlmSettings settings) {
    }

    static Judging begun(StageAttempt.Key key, @Nullable Wish wish) {
        return new Judging(key, wish, Ran.UNKNOWN, null);
    }

    static Judging unmet(Wish wish) {
        return new Judging(null, wish, Ran.UNKNOWN, null);
    }

    Judging applied(LlmSettings settings) {
        return new Judging(key, wish, new Ran(settings, ran.seats()), verdict);
    }

    Judging ruled(Verdict newVerdict) {
        return new Judging(key, wish, ran, newVerdict);
    }

    Judging ended(List<Seat> seats) {
        return new Judging(key, wish, new Ran(ran.applied(), seats), verdict);
    }

    /** Whether the attempt is over without what was asked for having been applied. */
    public boolean wasIgnored() {
        return wish != null && ran.applied() == null && verdict != null;
    }
}
