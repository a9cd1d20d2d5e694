package dev.touchstone.review.ledger;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.Cases;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** The ledger for auditors, and for the review's W&amp;B run, which telemetry-service writes. */
@Path("/review/ledger/{submissionId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
class LedgerResource {

    private final Ledger ledger;
    private final Cases cases;
    private final Callers callers;

    LedgerResource(Ledger ledger, Cases cases, Callers callers) {
        this.ledger = ledger;
        this.cases = cases;
        this.callers = callers;
    }

    @RegisterForReflection
    record Listing(UUID submissionId, List<LedgerLine> entries) {
    }

    @GET
    @WithSession
    @Operation(summary = "The ledger entries of every round and attempt of a submission")
    public Uni<Listing> list(@PathParam("submissionId") UUID submissionId) {
        Caller caller = callers.current();
        return cases.find(submissionId, Sight.of(caller))
                .map(known -> known.orElseThrow(Problems::unknownSubmission))
                .flatMap(known -> caller.has(Roles.SERVICE) ? ledger.sealed(submissionId) : ledger.lines(submissionId))
                .map(lines -> new Listing(submissionId, lines));
    }
}
