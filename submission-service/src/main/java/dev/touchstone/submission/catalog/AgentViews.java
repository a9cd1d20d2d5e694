package dev.touchstone.submission.catalog;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Links;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.policy.BaselineChange;
import dev.touchstone.submission.review.Round;
import dev.touchstone.submission.review.RoundView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What clients see of agents. */
final class AgentViews {

    private AgentViews() {
    }

    /** A published revision that is the agent's baseline now. */
    @RegisterForReflection
    record BaselineView(String revision, UUID submissionId, @Nullable Double trustScore, String cause, Instant setAt) {

        static @Nullable BaselineView of(@Nullable BaselineChange change) {
            return change == null ? null
                    : new BaselineView(change.revision(), change.submissionId(), change.trustScore(), change.cause(),
                            change.setAt());
        }
    }

    /**
     * An agent at a glance.
     *
     * @param revisions how many were submitted
     * @param latest the last submission
     * @param baseline null where nothing is published
     */
    @RegisterForReflection
    record AgentLine(String agentId, String displayName, String organizationId, long revisions, String latestRevision,
            SubmissionLine latest, @Nullable BaselineView baseline) {
    }

    /**
     * An agent with its history.
     *
     * @param next the cursor of the revisions that follow, null at the end
     */
    @RegisterForReflection
    record AgentView(String agentId, String displayName, String organizationId, @Nullable BaselineView baseline,
            List<RevisionView> revisions, @Nullable String next) {
    }

    /**
     * A revision with its submissions, the last one first.
     *
     * @param standing {@code current}, {@code superseded} or {@code withdrawn}; null where it was never published
     */
    @RegisterForReflection
    record RevisionView(String revision, @Nullable String standing, List<SubmissionLine> submissions) {
    }

    /** A submission, with its rounds; where many submissions are shown, with the latest alone. */
    @RegisterForReflection
    record SubmissionLine(UUID submissionId, Instant createdAt, URI wandbUrl, URI self, List<RoundView> rounds) {

        static SubmissionLine of(Submission submission, List<Round> rounds, Links links) {
            return new SubmissionLine(submission.id(), submission.createdAt(),
                    submission.dossier().review().wandbRun().url(), links.self(submission.id()),
                    rounds.stream().map(RoundView::of).toList());
        }

        static SubmissionLine of(Submission submission, Map<UUID, Round> latest, Links links) {
            return of(submission, Optional.ofNullable(latest.get(submission.id())).stream().toList(), links);
        }
    }
}
