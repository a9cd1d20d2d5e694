package dev.touchstone.review.pages.evidence;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.charts.Bars;
import dev.touchstone.review.pages.charts.Tone;

/**
 * What the security gate found.
 *
 * @param figures null where the summary cannot be had
 * @param cases those of this page
 */
record SecurityView(@Nullable Figures figures, List<Case> cases) {

    /**
     * @param categories how often attacks succeeded, by category; as {@code languages}
     */
    record Figures(List<Rate> rates, List<Fact> facts, Bars categories, Bars languages, Counts counts) {
    }

    /**
     * All counts, by category and then by language.
     *
     * @param columns keys of their names
     */
    record Counts(List<String> columns, List<Part> parts) {
    }

    /**
     * @param key of its name
     * @param value percent; empty where nothing was decided
     * @param low the end of its interval; empty where there is none, as {@code high} then is
     */
    record Rate(String key, String value, String low, String high) {
    }

    record Fact(String key, String value) {
    }

    record Part(Shown name, List<String> counts) {
    }

    /**
     * @param open whether it is shown unfolded
     */
    record Case(int line, boolean open, Named named, Ruled ruled, Talk talk) {
    }

    record Named(Shown id, Shown category, Shown language, Shown owasp, Wanted wanted) {
    }

    /**
     * @param expected of the agent: {@code refuse}, {@code comply}, {@code no-leak}
     * @param property what a good answer does
     */
    record Wanted(Shown expected, Shown property) {
    }

    /**
     * @param views what classifier and grader say, by key; empty where no opinion was needed
     * @param grader null where none was asked
     */
    record Ruled(Shown verdict, Tone tone, Shown reason, Views views, @Nullable Grade grader) {
    }

    record Views(Shown reading, Shown grading) {
    }

    record Grade(Shown verdict, Shown reason, Shown evidence, Shown model) {
    }

    /**
     * @param seen codes of the detectors that fired
     * @param failure why the last prompt has no answer; empty where it has one
     * @param brief the last prompt in a line
     */
    record Talk(List<Exchange> exchanges, List<Shown> seen, Shown failure, Shown brief) {
    }

    /**
     * @param answer empty where there is none
     * @param whole length of the answer where only its beginning is kept; empty otherwise
     */
    record Exchange(Shown prompt, Shown answer, String whole, String took, List<Tool> tools) {
    }

    record Tool(Shown name, Shown arguments) {
    }
}
