package dev.touchstone.submission.intake;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.Links;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.review.run.WandbRunView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The answer to a submission: as it was accepted, whether now or before. Where the review is by now stands under the
 * links.
 *
 * @param duplicateOf only in the answer to a repeat: the first submission's id
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Accepted(UUID submissionId, @Nullable UUID duplicateOf, String state, String agentId, String revision,
        WandbRunView wandbRun, List<String> warnings, Map<String, URI> links) {

    static Accepted of(Dossier dossier, List<String> warnings, Links links) {
        return of(dossier, null, warnings, links);
    }

    static Accepted repeat(Submission first, Links links) {
        return of(first.dossier(), first.id(), first.acceptance().warnings(), links);
    }

    private static Accepted of(Dossier dossier, @Nullable UUID duplicateOf, List<String> warnings, Links links) {
        return new Accepted(dossier.review().submissionId(), duplicateOf, "in_review", dossier.review().agentId(),
                dossier.review().revision(), WandbRunView.of(dossier.review().wandbRun()), warnings, links.of(dossier));
    }
}
