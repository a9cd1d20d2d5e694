package dev.touchstone.review.pages.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Digest;
import dev.touchstone.review.pages.charts.Durations;
import dev.touchstone.review.pages.evidence.JuryFigures;
import dev.touchstone.review.pages.submission.Step;

/** A review as its first page shows it. */
public record SubmissionView(Desk desk, Course course, Evidence evidence, Again again, Puts puts, Way way) {

    /**
     * Where the reader comes from, and goes on to.
     *
     * @param from the queue's filter; empty for all
     * @param queue with that filter; empty where the reader is not done here
     * @param next the next case of it; empty where there is none
     */
    public record Way(String from, String queue, String next) {
    }

    /** How the stages went. */
    public record Course(List<Step> steps, Durations durations) {

        public Course {
            steps = List.copyOf(steps);
        }
    }

    /** What the stages found, each thing in one place only. */
    public record Evidence(@Nullable Trust trust, @Nullable Verdict verdict, Words words, List<Figures> figures,
            List<Artifact> artifacts) {
    }

    /**
     * @param policy what the policy says of it
     */
    public record Words(List<Shown> policy, List<Shown> warnings) {
    }

    /**
     * @param policy empty where it is the review's
     */
    public record Trust(String score, Shown policy, List<Part> parts, List<Shown> reasoning) {
    }

    /**
     * @param share of the weight, 0 to 100; -1 where the component was not measured
     */
    public record Part(Shown component, String points, String weight, int share, Shown reason) {
    }

    /**
     * @param figures null where none were told
     */
    public record Verdict(Ruling ruling, String score, int jurors, List<Shown> reasons, @Nullable JuryFigures figures) {
    }

    /** Every figure that a stage told of its result, by the names that the W&amp;B run has for them. */
    public record Figures(Stage stage, List<Figure> all) {
    }

    public record Figure(Shown name, String value) {
    }

    /**
     * @param atWandb whether an artifact of the W&amp;B run holds the file
     */
    public record Artifact(Shown name, From from, String size, Digest digest, boolean atWandb) {
    }

    public record From(Stage stage, int attempt) {
    }
}
