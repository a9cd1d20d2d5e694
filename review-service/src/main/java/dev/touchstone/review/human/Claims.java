package dev.touchstone.review.human;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.ReviewConfig;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.Cases;
import dev.touchstone.review.human.ClaimTable.Taking;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Lets a reviewer say that they look after a case, for as long as they are seen with it. Works in the caller's transaction. */
@ApplicationScoped
public class Claims {

    private final ClaimTable table;
    private final Reviewers reviewers;
    private final Cases cases;
    private final ReviewConfig config;

    Claims(ClaimTable table, Reviewers reviewers, Cases cases, ReviewConfig config) {
        this.table = table;
        this.reviewers = reviewers;
        this.cases = cases;
        this.config = config;
    }

    /** A reviewer takes a case, or an operator gives it to one: as it is put in, a JSON object or a form made into one. */
    public Uni<ClaimOutcome> claim(JsonNode body, Caller caller) {
        return switch (ClaimRequest.read(body)) {
            case Fields.Read.Invalid<ClaimRequest>(List<Violation> violations) -> outcome(new ClaimOutcome.Invalid(violations));
            case Fields.Read.Valid<ClaimRequest>(ClaimRequest request) ->
                allowed(request.submissionId(), caller, view -> claim(request, caller, view));
        };
    }

    /** Its holder leaves a case, or an operator makes it free. */
    public Uni<ClaimOutcome> release(JsonNode body, Caller caller) {
        return switch (ClaimRequest.readRelease(body)) {
            case Fields.Read.Invalid<ClaimRequest>(List<Violation> violations) -> outcome(new ClaimOutcome.Invalid(violations));
            case Fields.Read.Valid<ClaimRequest>(ClaimRequest request) ->
                allowed(request.submissionId(), caller, view -> release(request.submissionId(), caller));
        };
    }

    private Uni<ClaimOutcome> allowed(UUID submissionId, Caller caller, Function<CaseView, Uni<ClaimOutcome>> change) {
        return cases.find(submissionId, Sight.of(caller)).flatMap(view -> view
                .map(known -> known.isOwnOf(caller) ? outcome(new ClaimOutcome.OwnOrganization()) : change.apply(known))
                .orElseGet(() -> outcome(new ClaimOutcome.UnknownSubmission())));
    }

    private Uni<ClaimOutcome> claim(ClaimRequest request, Caller caller, CaseView view) {
        if (view.course().state() != CaseState.AWAITING_DECISION) {
            return outcome(new ClaimOutcome.NothingPending(view.course().state()));
        }
        String reviewer = request.reviewer();
        boolean own = reviewer == null || reviewer.equals(caller.name());
        if (own && caller.has(Roles.REVIEWER)) {
            return take(new Taking(view.submissionId(), caller.name(), null, config.claim(), false));
        }
        if (reviewer == null) {
            return wrong("is required: an operator gives a case to a reviewer");
        }
        return caller.has(Roles.OPERATOR) ? assign(view, reviewer, caller)
                : wrong("must be yourself: an operator gives cases to others");
    }

    private Uni<ClaimOutcome> assign(CaseView view, String reviewer, Caller operator) {
        return reviewers.organizationsOf(reviewer).flatMap(organizations -> {
            if (organizations.isEmpty()) {
                return wrong("was not here as a reviewer in the last 30 days");
            }
            return organizations.contains(view.subject().organizationId()) ? outcome(new ClaimOutcome.OwnOrganization())
                    : take(new Taking(view.submissionId(), reviewer, operator.name(), config.claim(), true));
        });
    }

    private Uni<ClaimOutcome> take(Taking taking) {
        return table.take(taking).flatMap(taken -> table.current(taking.submissionId())).map(claim -> {
            if (claim == null) {
                return new ClaimOutcome.Released();
            }
            return claim.claimedBy().equals(taking.holder()) ? new ClaimOutcome.Held(claim)
                    : new ClaimOutcome.ClaimedByAnother(claim);
        });
    }

    private Uni<ClaimOutcome> release(UUID submissionId, Caller caller) {
        return table.release(submissionId, caller.name(), caller.has(Roles.OPERATOR))
                .chain(() -> table.current(submissionId))
                .map(claim -> claim == null ? new ClaimOutcome.Released() : new ClaimOutcome.ClaimedByAnother(claim));
    }

    private static Uni<ClaimOutcome> wrong(String detail) {
        return outcome(new ClaimOutcome.Invalid(List.of(new Violation("/reviewer", detail))));
    }

    private static Uni<ClaimOutcome> outcome(ClaimOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    /** Its holder is seen with the case: the claim lasts longer. Opens a transaction of its own where there is none. */
    public Uni<Void> renew(UUID submissionId, Caller holder) {
        return holder.has(Roles.REVIEWER)
                ? Panache.withTransaction(() -> table.renew(submissionId, holder.name(), config.claim()))
                : Uni.createFrom().voidItem();
    }

    /** Who looks after a case now. Works in a session, too. */
    public Uni<Optional<Claim>> current(UUID submissionId) {
        return table.current(submissionId).map(Optional::ofNullable);
    }
}
