package dev.touchstone.submission.review;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.touchstone.submission.Links;
import dev.touchstone.submission.Submission;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a command has made of a review.
 *
 * @param openedBy the person who asked for the round, absent where it began with the submission
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoundAnswer(UUID submissionId, int round, UUID workflowRunId, String state, boolean terminal, String statusReason,
        String openedBecause, @Nullable String openedBy, Instant openedAt, Map<String, URI> links) {

    static RoundAnswer of(Submission submission, Round round, Links links) {
        return new RoundAnswer(submission.id(), round.number(), round.workflowRunId(), State.of(round.state()).key(),
                round.state() instanceof ReviewState.Ended, Wording.statusReason(round.state()), round.opening().because(),
                round.opening().by(), round.opening().at(), links.of(submission.dossier()));
    }
}
