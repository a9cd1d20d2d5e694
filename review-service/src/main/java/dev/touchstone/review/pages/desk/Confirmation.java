package dev.touchstone.review.pages.desk;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.submission.Step;

/**
 * What a form leads to, before it is taken.
 *
 * @param decision null where it asks for a stage again
 * @param again null where it decides
 * @param fields what the form sent, to be sent once more
 */
public record Confirmation(@Nullable Deciding decision, @Nullable Rerun again, Shown why, List<Field> fields) {

    /**
     * @param next where it leads; null where the review ends
     */
    public record Deciding(Decision decision, Consequence consequence, @Nullable Stage next) {
    }

    /** What follows from a decision. */
    public enum Consequence {
        GOES_ON,
        ENDS,
        /** It takes two, and waits for another reviewer. */
        WAITS_FOR_SECOND
    }

    /**
     * @param steps the attempts that are given up
     * @param llm what the judge is asked to use; empty where nothing is
     */
    public record Rerun(Stage stage, List<Step> steps, Shown llm) {
    }

    public record Field(String name, String value) {
    }

    static List<Field> fields(Map<String, String> sent) {
        return sent.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> new Field(entry.getKey(), entry.getValue())).toList();
    }
}
