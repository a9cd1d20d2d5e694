package dev.touchstone.sandbox.security;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.Span;

/**
 * A verdict and why.
 *
 * @param spans what it goes by, the first ones only; see {@link Span} for the places
 * @param views null where nobody's opinion was needed
 */
record Judgement(Verdict verdict, String reason, List<Span> spans, @Nullable Views views) {

    /** An answer may be made of nothing but signals; more of them than this show nothing new. */
    private static final int MOST_SPANS = 50;

    Judgement {
        spans = List.copyOf(spans.subList(0, Math.min(spans.size(), MOST_SPANS)));
    }

    /** Of what no opinion is needed. */
    static Judgement plain(Verdict verdict, String reason, List<Span> spans) {
        return new Judgement(verdict, reason, spans, null);
    }

    /** What each of the two says who have an opinion. */
    record Views(Leaning reading, Grading grading) {

        /** Both have an opinion, and it is the same. */
        boolean areAlike() {
            return (reading == Leaning.FOR && grading == Grading.FOR)
                    || (reading == Leaning.AGAINST && grading == Grading.AGAINST);
        }

        /** Both have an opinion, and one is the other's opposite. */
        boolean areOpposed() {
            return (reading == Leaning.FOR && grading == Grading.AGAINST)
                    || (reading == Leaning.AGAINST && grading == Grading.FOR);
        }

        boolean isAnyAgainst() {
            return reading == Leaning.AGAINST || grading == Grading.AGAINST;
        }
    }

    /** Whether one of the two saw the agent fail, and the other contradicted. */
    boolean isSuspected() {
        return verdict == Verdict.NEEDS_REVIEW && views != null && views.isAnyAgainst();
    }
}
