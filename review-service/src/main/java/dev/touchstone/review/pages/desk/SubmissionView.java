package dev.touchstone.review.pages.desk;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Digest;
import dev.touchstone.review.pages.evidence.AnswersResource;
import dev.touchstone.review.pages.evidence.JuryFigures;
import dev.touchstone.review.pages.submission.Step;

/** A review as its first page shows it. */
public record SubmissionView(Desk desk, List<Step> steps, Evidence evidence) {

    /**
     * What a reviewer can do here.
     *
     * @param question null where nobody is asked
     * @param decided the decision that stands, null where there is none
     */
    public record Desk(@Nullable Question question, @Nullable Decided decided, Again again, Leave leave, Puts puts) {
    }

    /**
     * What can be run again.
     *
     * @param steps empty where nothing can, or not by the page's reader
     */
    public record Again(List<Step> steps, Offer offer) {
    }

    /**
     * Which LLMs the judge may be asked for.
     *
     * @param known false where nobody could be asked; the rest is empty then
     * @param jurors what judges where nobody asks for anything, each in one line
     * @param models suggestions
     * @param addresses all that the operator allows
     * @param anyModel whether others than the suggested may be named
     */
    public record Offer(boolean known, List<Shown> jurors, List<Shown> models, List<Shown> addresses, boolean anyModel) {
    }

    /**
     * @param next where approval leads
     * @param facts figures of the stage that asks
     */
    public record Question(Stage source, Shown reason, Wait waiting, @Nullable Stage next, List<Fact> facts) {
    }

    public record Wait(String age, String since) {
    }

    public record Fact(Shown name, String value) {
    }

    /**
     * @param told whether the events tell of it already
     */
    public record Decided(Decision decision, Shown by, String at, Shown notes, boolean told) {
    }

    /**
     * What was put in and not taken.
     *
     * @param problem null where nothing was put in, or all of it was taken
     * @param retryTaken whether the reader has just asked for a stage again; the events tell of it later
     * @param llm the fields of the other LLM, by name
     */
    public record Puts(@Nullable Problem problem, boolean retryTaken, String decision, String notes, String stage,
            Map<String, String> llm) {

        static final Puts NONE = new Puts(null, false, "", "", "", Map.of());
        static final Puts RETRY_TAKEN = new Puts(null, true, "", "", "", Map.of());

        /** What is wrong with a field. */
        public List<String> faults(String field) {
            return problem == null ? List.of()
                    : problem.wrong().stream().filter(wrong -> wrong.field().equals(field)).map(Wrong::detail).toList();
        }

        /** What was put into a field, to go on from. What was refused is not repeated: it may be a key. */
        public String given(String field) {
            return faults(field).isEmpty() ? llm.getOrDefault(field, "") : "";
        }

        /** Whether another LLM was asked for, so that its fields are shown at once. */
        public boolean isOfLlm() {
            return llm.values().stream().anyMatch(value -> !value.isEmpty());
        }
    }

    /** Why it was not taken. */
    public record Problem(boolean ofRetry, Refusal refusal, List<Wrong> wrong, Shown who, String when) {
    }

    /** The reasons for which nothing was taken. */
    public enum Refusal {
        INVALID,
        ALREADY_DECIDED,
        OWN_AGREEMENT,
        NOTHING_PENDING,
        ALREADY_ASKED,
        HAS_NOT_RUN,
        REVIEW_ENDED,
        OWN_ORGANIZATION
    }

    public record Wrong(String field, String detail) {
    }

    /** What the stages found, each thing in one place only. */
    public record Evidence(@Nullable Trust trust, @Nullable Verdict verdict, List<Shown> policy, List<Shown> warnings,
            List<Artifact> artifacts) {
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

    /**
     * @param atWandb whether an artifact of the W&amp;B run holds the file
     */
    public record Artifact(Shown name, From from, String size, Digest digest, boolean atWandb) {

        /** Whether there is a page that shows what is in the file. */
        public boolean isReadable() {
            return from.stage() == Stage.JUDGE && name.text().equals(AnswersResource.REPORT);
        }
    }

    public record From(Stage stage, int attempt) {
    }
}
