package dev.touchstone.review.pages.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.submission.Step;
import dev.touchstone.review.pages.submission.StepStatus;

/** The queue as the page shows it. */
public record QueueView(Shown search, List<Section> sections) {

    /** What a section holds. */
    public enum Group {

        WAITING,
        RUNNING,
        ENDED;

        List<CaseState> states() {
            return switch (this) {
                case WAITING -> List.of(CaseState.AWAITING_DECISION);
                case RUNNING -> List.of(CaseState.IN_REVIEW);
                case ENDED -> List.of(CaseState.PUBLISHED, CaseState.REJECTED, CaseState.CANCELLED);
            };
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param count of all that fit the search
     * @param lines the first of them
     */
    public record Section(Group group, long count, List<Line> lines) {

        public boolean isCut() {
            return count > lines.size();
        }
    }

    /**
     * One review.
     *
     */
    public record Line(String href, Named agent, CaseState state, Standing standing, List<Step> steps) {

        /** What is being worked on, while the review gives no reason of its own. */
        public List<Step> running() {
            return !standing.reason().isEmpty() ? List.of()
                    : steps.stream().filter(step -> step.status() == StepStatus.RUNNING
                            || step.status() == StepStatus.REQUESTED || step.status() == StepStatus.STALLED).toList();
        }
    }

    /**
     * @param agentId empty where the agent has no other name yet
     */
    public record Named(Shown name, Shown agentId, Shown revision) {
    }

    /**
     * @param trust empty where there is no score
     */
    public record Standing(Shown reason, String age, String since, String trust) {
    }

    /** When and in which language somebody looks. */
    record Look(Instant at, Formats formats) {
    }

    static Section section(Group group, Map<CaseState, Long> counts, List<CaseView> cases, Look look) {
        long count = group.states().stream().mapToLong(state -> counts.getOrDefault(state, 0L)).sum();
        return new Section(group, count, cases.stream().map(view -> line(view, look)).toList());
    }

    private static Line line(CaseView view, Look look) {
        CaseView.Subject subject = view.subject();
        return new Line("/submissions/" + view.submissionId(),
                new Named(Shown.of(subject.displayName()), Shown.of(subject.ownId()),
                        Shown.of(subject.review().revision())),
                view.course().state(), standing(view, look), Step.of(view, look.at(), look.formats()));
    }

    private static Standing standing(CaseView view, Look look) {
        CaseView.Question question = view.course().question();
        Instant since = question == null ? view.course().changedAt() : question.since();
        TrustScoreCalculated trust = view.findings().trustScore();
        return new Standing(Shown.of(view.course().reason()), look.formats().duration(Duration.between(since, look.at())),
                look.formats().time(since),
                trust == null || trust.score() == null ? "" : look.formats().figure(trust.score()));
    }
}
