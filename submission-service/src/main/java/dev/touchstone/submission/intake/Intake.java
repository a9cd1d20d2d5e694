package dev.touchstone.submission.intake;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.submission.Acceptance;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.Violation;
import dev.touchstone.submission.card.AgentCard;
import dev.touchstone.submission.review.Reviews;
import io.smallrye.mutiny.Uni;

/**
 * Takes submissions in. Concurrency: of several requests with one key the database's unique constraint lets one be
 * added; the others wait for its commit and answer with what it added.
 */
@ApplicationScoped
class Intake {

    private final Submissions submissions;
    private final Reviews reviews;
    private final Artifacts artifacts;
    private final Drafting drafting;
    private final Vetting vetting;

    Intake(Submissions submissions, Reviews reviews, Artifacts artifacts, Drafting drafting, Vetting vetting) {
        this.submissions = submissions;
        this.reviews = reviews;
        this.artifacts = artifacts;
        this.drafting = drafting;
        this.vetting = vetting;
    }

    /** What a client is answered with. */
    sealed interface Receipt {

        record Accepted(Dossier dossier, List<String> warnings) implements Receipt {
        }

        record Repeated(Submission first) implements Receipt {
        }
    }

    /**
     * @param organization the caller's
     * @param key null where the client sent none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem for every refusal
     */
    Receipt submit(String organization, @Nullable String key, Body body) {
        // A repeat is answered as the first request was, even if the same request would be refused today.
        Optional<Receipt> repeated = key == null ? Optional.empty() : repeated(organization, key, body);
        return repeated.orElseGet(() -> switch (RequestReader.read(body.json())) {
            case Reading.Valid(SubmissionRequest request, AgentCard card) ->
                accept(new Client(organization, key), body, request, card);
            case Reading.Invalid(List<Violation> violations) -> throw Problems.invalid(violations);
        });
    }

    private Optional<Receipt> repeated(String organization, String key, Body body) {
        Submission first = Blocking.inTransaction(() -> submissions.findByKey(organization, key));
        if (first != null && !first.requestDigest().equals(body.digest())) {
            throw Problems.keyReused();
        }
        return Optional.ofNullable(first).map(Receipt.Repeated::new);
    }

    /** Who submits, and under which key. */
    private record Client(String organization, @Nullable String key) {
    }

    private Receipt accept(Client client, Body body, SubmissionRequest request, AgentCard card) {
        List<String> warnings = vet(card);
        Drafting.Files files = Drafting.files(body, request);
        Dossier dossier = drafting.dossier(client.organization(), request, card, files);
        Acceptance acceptance = drafting.acceptance(request, files, warnings);
        boolean added = Blocking.inTransaction(() -> submissions
                .add(new Submissions.New(client.organization(), client.key(), body.digest(), dossier, acceptance))
                .call(isNew -> isNew ? begin(dossier, files) : Uni.createFrom().voidItem()));
        if (added) {
            return new Receipt.Accepted(dossier, warnings);
        }
        // Somebody was faster: with the same key, or else with the same run.
        return Optional.ofNullable(client.key()).flatMap(key -> repeated(client.organization(), key, body))
                .orElseThrow(Problems::runTaken);
    }

    private List<String> vet(AgentCard card) {
        return switch (vetting.vet(card.endpoint()).await().indefinitely()) {
            case Vetting.Answer.Allowed ignored -> List.of();
            case Vetting.Answer.Refused(List<String> reasons) -> throw Problems.invalid(reasons.stream()
                    .map(reason -> new Violation(RequestReader.CARD + card.endpointPointer(), reason)).toList());
            case Vetting.Answer.Silent ignored -> List.of("The endpoint could not be vetted now; the precheck will do so.");
        };
    }

    private Uni<Void> storeManifest(byte[] manifest) {
        return artifacts.store("endpoint_manifest.json", Drafting.JSON, manifest).replaceWithVoid();
    }

    private Uni<Void> begin(Dossier dossier, Drafting.Files files) {
        Uni<Void> stored = artifacts.store("card.json", Drafting.JSON, files.cardBytes()).replaceWithVoid();
        return stored.chain(() -> files.manifestBytes().map(this::storeManifest).orElse(Uni.createFrom().voidItem()))
                .chain(() -> reviews.begin(dossier));
    }
}
