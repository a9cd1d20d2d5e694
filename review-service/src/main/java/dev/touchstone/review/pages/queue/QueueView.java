package dev.touchstone.review.pages.queue;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.CaseState;
import dev.touchstone.review.Shown;
import dev.touchstone.review.cases.QueueFacet;
import dev.touchstone.review.cases.QueueSection;
import dev.touchstone.review.cases.ReasonKind;

/**
 * The queue as the page shows it.
 *
 * @param reviewers to whom an operator can give a case; empty for others
 * @param problem null where nothing was put in, or it was taken
 */
public record QueueView(Filters filters, List<Section> sections, List<Shown> reviewers, @Nullable Problem problem) {

    /**
     * What can be chosen, and what is.
     *
     * @param presets what is often wanted
     * @param reasons of what awaits a decision, to work through one kind after the other
     * @param ignored of the address, since it was not understood
     */
    public record Filters(Text text, List<Select> selects, List<Preset> presets, List<Reason> reasons,
            List<Shown> ignored) {

        public boolean isAny() {
            return !text.search().isEmpty() || !text.organization().isEmpty()
                    || selects.stream().anyMatch(Select::isChosen);
        }

        /** Whether something is chosen that is not in sight until the filters are opened. */
        public boolean isOpen() {
            return !text.organization().isEmpty() || selects.stream().anyMatch(Select::isChosen);
        }
    }

    public record Text(Shown search, Shown organization) {
    }

    public record Select(QueueFacet facet, List<Option> options) {

        boolean isChosen() {
            return options.stream().anyMatch(Option::chosen);
        }
    }

    public record Option(String value, boolean chosen) {

        /** Of the facet of reasons. */
        public @Nullable ReasonKind kind() {
            return ReasonKind.named(value).orElse(null);
        }
    }

    public record Preset(Wanted wanted, String href, boolean current) {
    }

    /** What is often wanted of the queue. */
    public enum Wanted {
        ALL,
        OVERDUE,
        MINE,
        UNCLAIMED,
        SECOND
    }

    public record Reason(ReasonKind kind, long count, String href, boolean current) {
    }

    /**
     * @param count of all that fit
     * @param lines some of them
     * @param more where the next are; empty where these are the last
     */
    public record Section(QueueSection group, long count, List<Line> lines, String more) {
    }

    /**
     * One review, in the reader's words. It holds all that its place in the page says: each name that a template has to look
     * for outside of a loop is asked of all that the loop knows, for each line again.
     */
    public record Line(Link link, Standing standing, List<Mark> steps, @Nullable Ask ask, Hands hands, Common common) {
    }

    /**
     * What all lines have in common.
     *
     * @param from the filter as a query, for what leads away from here and back
     */
    public record Common(String from, QueueWords.Buttons buttons) {
    }

    /**
     * @param agentId empty where the agent has no other name yet
     */
    public record Link(String id, String href, Shown name, Shown agentId, Shown revision) {
    }

    /**
     * @param word for the state, where the section has several; else empty
     * @param answered that a decision is on its way; else empty
     * @param why the reason, or what is being worked on while there is none
     * @param trust empty where there is no score
     */
    public record Standing(CaseState state, String word, String answered, String why, Age age, String trust) {
    }

    /** How long ago, and when. */
    public record Age(String text, String since) {
    }

    /** A stage in the strip. */
    public record Mark(String key, String sign, String word) {
    }

    /**
     * @param due how long it still has, or how long it is overdue
     */
    public record Ask(String kind, boolean overdue, String due) {
    }

    /**
     * Who looks after it, and what the reader can do about that.
     *
     * @param holder empty where nobody does
     */
    public record Hands(String holder, boolean mine, boolean claims, boolean releases, boolean assigns) {
    }

    /** Why a wish was not taken. */
    public record Problem(Refusal refusal, Shown who, String until, List<Shown> details) {
    }

    /** The reasons for which a wish was not taken. */
    public enum Refusal {
        CLAIMED_BY_ANOTHER,
        NOTHING_PENDING,
        OWN_ORGANIZATION,
        INVALID
    }
}
