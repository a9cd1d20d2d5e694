package dev.touchstone.review.record;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import com.fasterxml.jackson.databind.node.NullNode;

import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.cases.Cases;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.human.HumanReplay;
import dev.touchstone.review.ledger.Ledger;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Proves that what the pages show follows from the events. */
@Path("/review/replay/{submissionId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class ReplayResource {

    /** All is read as it was at one moment; an event that comes meanwhile would look like a difference. */
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read, read only";

    private final Timeline timeline;
    private final Cases cases;
    private final HumanReplay human;
    private final Ledger ledger;

    ReplayResource(Timeline timeline, Cases cases, HumanReplay human, Ledger ledger) {
        this.timeline = timeline;
        this.cases = cases;
        this.human = human;
        this.ledger = ledger;
    }

    @GET
    @Operation(summary = "Tells the review once more from its events alone and compares with what is stored")
    public Uni<Replay> replay(@PathParam("submissionId") UUID submissionId) {
        return Panache.withTransaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ONE_MOMENT).executeUpdate())
                .chain(() -> timeline.of(submissionId)).map(ReplayResource::known)
                .flatMap(told -> compare(submissionId, told)));
    }

    private Uni<Replay> compare(UUID submissionId, List<Timeline.Entry> told) {
        return cases.document(submissionId).flatMap(document -> human.stored(submissionId)
                .flatMap(asked -> ledger.replay(submissionId, told)
                        .map(entries -> Replay.of(told.stream().map(Timeline.Entry::event).toList(),
                                document.orElse(NullNode.getInstance()), asked, entries))));
    }

    private static List<Timeline.Entry> known(List<Timeline.Entry> told) {
        if (told.isEmpty()) {
            throw Problems.unknownSubmission();
        }
        return told;
    }
}
