package dev.touchstone.judge.jury.reference;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.reference.Similarities.Fact;
import dev.touchstone.judge.jury.reference.Similarities.Measured;

/**
 * From measures to points: pure. Nearness, by meaning or by words, whichever says more, gives points; facts take them away.
 * Only a contradiction rejects, never a wording.
 */
record Weighing(Bounds meaning, Bounds words) {

    /** None of the figures, but others in their place. */
    static final double CONTRADICTED = 10;
    /** Just below approval, however near the wording is. */
    static final double FACTS_MISSING = 26;
    /** Worded unlike the expected answer, but it holds all its facts, or only some of them. */
    static final double FAR_WITH_FACTS = 24;
    static final double FAR_WITHOUT_FACTS = 20;
    private static final int MOST_QUOTED = 5;
    private static final int LONGEST_QUOTE = 60;

    /** What measures are worth. */
    sealed interface Weight {

        /** For people. */
        String reason();
    }

    /** @param taskCompletion 0 to 40 */
    record Worth(double taskCompletion, String reason) implements Weight {
    }

    /** The comparison says nothing for or against the answer. */
    record Undecided(String reason) implements Weight {
    }

    Weight of(Measured measured) {
        Double near = nearer(meaning.points(measured.embedding()), words.points(measured.overlap()));
        List<Fact> missing = measured.facts().stream().filter(fact -> !fact.kept()).toList();
        if (measured.contradicted()) {
            return new Worth(CONTRADICTED, "The answer has other figures than were expected (" + quoted(missing) + ").");
        }
        if (!missing.isEmpty()) {
            return new Worth(near == null ? FAR_WITHOUT_FACTS : Math.min(near, FACTS_MISSING),
                    "The answer lacks what was expected exactly (" + quoted(missing) + "): a person has to read it.");
        }
        if (near != null) {
            return new Worth(near, near >= Bounds.APPROVING ? "The answer is near the expected one."
                    : "The answer is neither near the expected one nor far from it: a person has to read it.");
        }
        return measured.facts().isEmpty()
                ? new Undecided("The answer is worded unlike the expected one and contradicts none of its facts;"
                        + " whether it is another right answer, a comparison cannot tell.")
                : new Worth(FAR_WITH_FACTS,
                        "The answer is worded unlike the expected one, but has all its facts: a person has to read it.");
    }

    private static @Nullable Double nearer(@Nullable Double one, @Nullable Double other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    private static String quoted(List<Fact> missing) {
        String most = missing.stream().limit(MOST_QUOTED).map(fact -> String.format(Locale.ROOT, "%s %s%s", fact.kind(),
                quote(fact.text()), fact.instead() == null ? " missing" : " replaced by " + quote(fact.instead())))
                .collect(Collectors.joining("; "));
        return missing.size() > MOST_QUOTED ? most + "; and " + (missing.size() - MOST_QUOTED) + " more" : most;
    }

    static String quote(String text) {
        if (text.length() <= LONGEST_QUOTE) {
            return '"' + text + '"';
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return '"' + text.substring(0, end) + "…\"";
    }
}
