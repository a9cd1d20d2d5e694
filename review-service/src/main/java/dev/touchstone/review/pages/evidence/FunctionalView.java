package dev.touchstone.review.pages.evidence;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.charts.Histogram;
import dev.touchstone.review.pages.charts.Tone;

/**
 * What functional accuracy found.
 *
 * @param figures null where the summary cannot be had
 * @param distances of all scenarios of the file
 * @param scenarios those of this page
 */
record FunctionalView(@Nullable Figures figures, Histogram distances, List<Scenario> scenarios) {

    record Figures(List<SecurityView.Fact> facts, SecurityView.Counts useCases, Shown model) {
    }

    /**
     * @param open whether it is shown unfolded
     * @param turns of a conversation of several; empty where there is one question
     */
    record Scenario(int line, boolean open, Named named, Ruled ruled, Compared compared, List<Turn> turns) {

        Scenario {
            turns = List.copyOf(turns);
        }
    }

    /**
     * @param source where the scenario is from
     */
    record Named(Shown id, Shown useCase, Shown language, Shown source, Shown brief) {
    }

    record Ruled(Shown verdict, Tone tone, Shown reason, Distance distance, @Nullable Opinion opinion) {
    }

    /** A dash for what was not measured. */
    record Distance(String combined, String embedding, String words) {
    }

    /** A model's. */
    record Opinion(Shown opinion, Shown reason, Shown evidence, Shown model) {
    }

    /**
     * @param failure why there is no answer; empty where there is one
     * @param whole length of the answer where only its beginning is kept; empty otherwise
     */
    record Compared(Shown question, WordDiff diff, Shown failure, String whole, String took) {

        /** Whether there is an answer to compare with. */
        public boolean isAnswered() {
            return diff.actual().stream().anyMatch(piece -> !piece.text().isEmpty());
        }
    }

    record Turn(Compared compared, Ruled ruled, List<Shown> missingFacts, Shown progress) {
    }
}
