package dev.touchstone.review.pages.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;

/**
 * What is asked of a person, or was answered.
 *
 * @param question null where nobody is asked
 * @param decided the decision that stands, null where there is none
 * @param telling the evidence to read first
 */
public record Desk(@Nullable Question question, @Nullable Decided decided, Standing standing, Telling telling, Leave leave) {

    /**
     * @param next where approval leads
     * @param against which decision goes against the jury's verdict and so needs two reviewers; null where none does
     * @param again whether the reader had a stage run again, and so approves with a second reviewer only
     * @param proposal what waits for a second reviewer, null where nothing does
     * @param seen what the reader sees now, to be sent with the decision
     */
    public record Question(Asking asking, Stage source, Shown reason, Waiting waiting, @Nullable Stage next,
            @Nullable Decision against, boolean again, @Nullable Proposal proposal, String seen) {

        public boolean isAgainst(String decision) {
            return against != null && against.key().equals(decision);
        }

        /** Not to whoever proposed it: their own word a second time is none. */
        public boolean offers(String decision) {
            return proposal == null || !proposal.own() || !proposal.decision().key().equals(decision);
        }
    }

    /**
     * @param holder who looks after it, null where nobody does
     */
    public record Waiting(String age, String since, Due due, @Nullable Holder holder) {
    }

    /** How long until an answer is due, or since when it is overdue. */
    public record Due(String span, boolean over) {
    }

    /**
     * @param own whether it is the reader
     */
    public record Holder(Shown name, String until, boolean own) {
    }

    /**
     * A reviewer's word where it takes two.
     *
     * @param against whether it goes against the jury's verdict
     * @param own whether it is the reader's
     */
    public record Proposal(Decision decision, Shown by, String at, Shown notes, boolean against, boolean own) {
    }

    /**
     * @param told whether the events tell of it already
     */
    public record Decided(Decision decision, Shown by, String at, Shown notes, boolean told) {
    }

    /**
     * How it stands where nobody is asked.
     *
     * @param stage that is under way, null where none is
     * @param since when it was last heard of, where it stalled; empty else
     */
    public record Standing(How how, @Nullable Stage stage, String since) {
    }

    /** How a review stands where nobody is asked. */
    public enum How {
        RUNNING,
        STALLED,
        PUBLISHED,
        REJECTED,
        CANCELLED,
        PAST
    }

    /**
     * @param underway whether a stage's report is still being fetched, so that more can be said in a moment
     */
    public record Telling(List<Exhibit> exhibits, boolean underway) {

        public Telling {
            exhibits = List.copyOf(exhibits);
        }
    }
}
