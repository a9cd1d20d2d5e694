package dev.touchstone.review.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.Severity;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Shown;

/** A review as its page shows it. */
record SubmissionView(Header header, Desk desk, List<Step> steps, Evidence evidence, Records records) {

    record Header(String id, Named agent, Standing standing, Run run, Source source) {
    }

    /**
     * @param agentId empty where the agent has no other name yet
     */
    record Named(Shown name, Shown agentId, Shown revision) {
    }

    record Standing(CaseState state, Shown reason, String workflowRunId, Rounds rounds) {
    }

    /**
     * @param shown the number of the round on this page
     * @param past whether another one followed it
     */
    record Rounds(int shown, boolean past, List<Round> all) {
    }

    record Round(int number, String href, CaseState state, boolean shown) {
    }

    /**
     * The W&amp;B run.
     *
     * @param alias the id that W&amp;B has it under; empty where that is its own
     * @param artifacts those that W&amp;B has, and those that it will not have
     */
    record Run(Shown name, Shown alias, RunTold told, RunLinks links, List<RunArtifact> artifacts) {
    }

    /**
     * @param state of {@code unknown}, {@code online}, {@code catching-up}, {@code offline}
     * @param cause the key of a cause; empty where none was told
     */
    record RunTold(String state, String cause, Shown reason, boolean stopped) {
    }

    /** Each null where there is none that a page may link to. */
    record RunLinks(@Nullable String run, @Nullable String workspace, @Nullable String artifacts,
            @Nullable String offlineArchive) {
    }

    /**
     * @param digest of W&amp;B's manifest; null where W&amp;B will not have it, for the reason
     */
    record RunArtifact(Shown name, Shown type, @Nullable Digest digest, Shown reason) {
    }

    /** Where the agent comes from; empty text where that was not told. */
    record Source(Shown organization, Shown repository, Shown commit, Endpoint endpoint, Shown policy) {
    }

    /**
     * @param cut whether parts were left out that may hold keys
     */
    record Endpoint(Shown address, boolean cut) {
    }

    /**
     * What a reviewer can do here.
     *
     * @param question null where nobody is asked
     * @param decided the decision that stands, null where there is none
     * @param retry what can be run again
     */
    record Desk(@Nullable Question question, @Nullable Decided decided, List<Step> retry, Leave leave, Puts puts) {
    }

    /**
     * @param next where approval leads
     * @param facts figures of the stage that asks
     */
    record Question(Stage source, Shown reason, Wait waiting, @Nullable Stage next, List<Fact> facts) {
    }

    record Wait(String age, String since) {
    }

    record Fact(Shown name, String value) {
    }

    /**
     * @param told whether the events tell of it already
     */
    record Decided(Decision decision, Shown by, String at, Shown notes, boolean told) {
    }

    /**
     * What was put in and not taken.
     *
     * @param problem null where nothing was put in
     */
    record Puts(@Nullable Problem problem, String decision, String notes, String stage) {

        static final Puts NONE = new Puts(null, "", "", "");
    }

    /** Why it was not taken. */
    record Problem(boolean ofRetry, Refusal refusal, List<Wrong> wrong, Shown who, String when) {
    }

    /** The reasons for which nothing was taken. */
    enum Refusal {
        INVALID,
        ALREADY_DECIDED,
        NOTHING_PENDING,
        ALREADY_ASKED,
        HAS_NOT_RUN,
        REVIEW_ENDED,
        OWN_ORGANIZATION
    }

    record Wrong(String field, String detail) {
    }

    /** What the stages found, each thing in one place only. */
    record Evidence(@Nullable Trust trust, @Nullable Verdict verdict, List<Shown> policy, List<Shown> warnings,
            List<Artifact> artifacts) {
    }

    /**
     * @param policy empty where it is the review's
     */
    record Trust(String score, Shown policy, List<Part> parts, List<Shown> reasoning) {
    }

    /**
     * @param share of the weight, 0 to 100; -1 where the component was not measured
     */
    record Part(Shown component, String points, String weight, int share, Shown reason) {
    }

    /**
     * @param figures null where none were told
     */
    record Verdict(Ruling ruling, String score, int jurors, List<Shown> reasons, @Nullable JuryFigures figures) {
    }

    /**
     * @param atWandb whether an artifact of the W&amp;B run holds the file
     */
    record Artifact(Shown name, From from, String size, Digest digest, boolean atWandb) {
    }

    record From(Stage stage, int attempt) {
    }

    record Digest(String whole, String brief) {
    }

    /**
     * What is on record.
     *
     * @param events how many there are; the lines are the newest of them
     */
    record Records(List<LedgerEntry> ledger, List<Event> timeline, int events) {

        public boolean isCut() {
            return events > timeline.size();
        }
    }

    record LedgerEntry(long index, String stage, int attempt, Shown event, Sealed sealed) {
    }

    record Sealed(String at, Digest digest) {
    }

    record Event(Stage stage, int attempt, Severity severity, What what, When when) {
    }

    record What(Shown name, Shown telling, Shown data, Shown actor) {
    }

    record When(String time, long sequence) {
    }
}
