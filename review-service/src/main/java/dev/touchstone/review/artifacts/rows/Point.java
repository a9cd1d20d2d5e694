package dev.touchstone.review.artifacts.rows;

import java.util.List;

import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;

/**
 * One line of a report, in short.
 *
 * @param line its number; the page of its stage shows it whole at {@link #place}
 * @param outcome as the report names it: a verdict of the stage
 * @param texts cut to what a line or two can hold
 */
public record Point(Stage stage, int line, String outcome, Texts texts, List<Dissent> dissents) {

    public Point {
        dissents = List.copyOf(dissents);
    }

    /**
     * @param title category, use case or perspective, with the id
     * @param asked the last prompt, or the question
     * @param expected of a scenario; empty where nothing was
     * @param said the last answer; empty where there is none
     * @param reason of the outcome
     */
    public record Texts(Shown title, Shown asked, Shown expected, Shown said, Shown reason) {
    }

    /**
     * A juror who voted otherwise than the verdict, or saw a critical safety issue.
     *
     * @param vote empty for one who abstained
     */
    public record Dissent(Shown juror, String vote, boolean critical) {
    }

    /** Where the line is shown, as the last part of an address below that of the review. */
    public String place() {
        return stage.key() + "?line=" + line + "#line-" + line;
    }
}
