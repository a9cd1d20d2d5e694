package dev.touchstone.submission.review.precheck;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.card.signature.CardVerification;
import dev.touchstone.submission.review.precheck.Evidence.Documents;
import dev.touchstone.submission.review.precheck.Evidence.Records;
import dev.touchstone.submission.review.run.RunStates;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Looks up what is known here about a submission by now. */
@ApplicationScoped
class Registry {

    private static final String TWIN = """
            select max(published.revision) from catalog_entry published join submission s on s.id = published.submission_id
            where s.id <> :id and s.agent_id = :agent and s.organization_id = :organization and s.snapshot_digest = :digest""";

    private final CardVerification signatures;
    private final RunStates runs;

    Registry(CardVerification signatures, RunStates runs) {
        this.signatures = signatures;
        this.runs = runs;
    }

    Records records(Submission submission, Documents documents, String snapshotDigest) {
        // A key that counted when the submission was accepted may have been revoked since.
        var signature = signatures.check(submission.organizationId(), documents.card(), submission.acceptance().signature());
        return Blocking.inTransaction(() -> twin(submission, snapshotDigest)
                .flatMap(twin -> runs.find(submission.id()).map(run -> new Records(signature, twin,
                        Optional.ofNullable(run).map(known -> new Evidence.Run(known.state(), known.reason()))))));
    }

    private static Uni<Optional<String>> twin(Submission submission, String snapshotDigest) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(TWIN, String.class)
                .setParameter("id", submission.id())
                .setParameter("agent", submission.dossier().review().agentId())
                .setParameter("organization", submission.organizationId())
                .setParameter("digest", snapshotDigest)
                .getSingleResultOrNull().map(Optional::ofNullable));
    }
}
