package dev.touchstone.submission.review.progress;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Acceptance.Provenance;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.review.ReviewState;
import dev.touchstone.submission.review.Round;
import dev.touchstone.submission.review.State;
import dev.touchstone.submission.review.Wording;
import dev.touchstone.submission.review.run.RunState;
import dev.touchstone.submission.review.run.WandbRunView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A submission for clients. Whoever may see a submission need not know whom to write to, so contacts are left out.
 *
 * @param trustScore 0 to 100, null where there is none yet
 */
@RegisterForReflection
record SubmissionView(UUID submissionId, int round, UUID workflowRunId, String agentId, String revision, String displayName,
        String state, boolean terminal, String statusReason, @Nullable Double trustScore,
        String organizationId, @Nullable Provenance provenance, List<String> warnings, Instant createdAt,
        WandbRunView wandbRun, Map<String, URI> links) {

    static SubmissionView of(Submission submission, Round round, @Nullable RunState run, Map<String, URI> links) {
        Dossier dossier = submission.dossier();
        ReviewState state = round.state();
        var score = state.history().conclusion().trustScore();
        return new SubmissionView(submission.id(), round.number(), round.workflowRunId(), dossier.review().agentId(),
                dossier.review().revision(), dossier.agent().displayName(), State.of(state).key(),
                state instanceof ReviewState.Ended, Wording.statusReason(state), score == null ? null : score.score(),
                submission.organizationId(), submission.acceptance().provenance(),
                submission.acceptance().warnings(), submission.createdAt(), WandbRunView.of(dossier.review().wandbRun(), run),
                links);
    }
}
