package dev.touchstone.review.pages;

import java.util.List;
import java.util.Map;

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
     */
    record Desk(@Nullable Question question, @Nullable Decided decided, Again again, Leave leave, Puts puts) {
    }

    /**
     * What can be run again.
     *
     * @param steps empty where nothing can, or not by the page's reader
     */
    record Again(List<Step> steps, Offer offer) {
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
    record Offer(boolean known, List<Shown> jurors, List<Shown> models, List<Shown> addresses, boolean anyModel) {
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
     * @param llm the fields of the other LLM, by name
     */
    record Puts(@Nullable Problem problem, String decision, String notes, String stage, Map<String, String> llm) {

        static final Puts NONE = new Puts(null, "", "", "", Map.of());

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
     * One attempt of the judge.
     *
     * @param attempt empty for a wish that no attempt has taken up
     * @param wish null where nobody asked for another LLM
     * @param ran with which models, each in one line
     */
    record Judged(String attempt, @Nullable Wish wish, List<Shown> ran, @Nullable Ruling ruling, String score) {
    }

    /**
     * @param applied empty where it was not, or not yet
     * @param ignored whether the attempt is over without it
     */
    record Wish(Shown asked, Shown reason, Shown byAndAt, Shown applied, boolean ignored) {
    }

    /**
     * @param atWandb whether an artifact of the W&amp;B run holds the file
     */
    record Artifact(Shown name, From from, String size, Digest digest, boolean atWandb) {

        /** Whether there is a page that shows what is in the file. */
        public boolean isReadable() {
            return from.stage() == Stage.JUDGE && name.text().equals(AnswersResource.REPORT);
        }
    }

    record From(Stage stage, int attempt) {
    }

    record Digest(String whole, String brief) {
    }

    /**
     * What is on record.
     *
     * @param judged the judge's attempts, in their order
     * @param events how many there are; the lines are the newest of them
     */
    record Records(List<Judged> judged, List<LedgerEntry> ledger, List<Event> timeline, int events) {

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
