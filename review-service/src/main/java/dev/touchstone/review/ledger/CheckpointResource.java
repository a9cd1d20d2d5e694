package dev.touchstone.review.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** The ledger's signed heads, as a note or as JSON around it. */
@Path("/review/ledger/checkpoint")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class CheckpointResource {

    private final LedgerTree tree;
    private final Checkpoints checkpoints;
    private final LedgerKey key;

    CheckpointResource(LedgerTree tree, Checkpoints checkpoints, LedgerKey key) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.key = key;
    }

    /**
     * @param note the signed note; all else is in it, too
     * @param key the verifier key that it was signed with
     * @param development whether everybody has the present key
     */
    @RegisterForReflection
    record Answer(String origin, long size, String rootHash, String note, String key, boolean development, Instant signedAt) {
    }

    @GET
    @Produces({ MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON })
    @WithTransaction
    @Operation(summary = "The ledger's head as a signed note (C2SP tlog-checkpoint): of now, or one that was kept")
    public Uni<Response> checkpoint(@QueryParam("size") Optional<String> size, @Context Request request) {
        boolean isJson = Form.isJson(request);
        return (size.isEmpty() ? checkpoints.latest() : kept(size)).map(kept -> isJson ? json(kept) : text(kept));
    }

    private Uni<KeptCheckpoint> kept(Optional<String> size) {
        return tree.size().flatMap(entries -> {
            Asked asked = new Asked(entries);
            long wanted = asked.size("size", size);
            asked.check();
            return wanted == entries ? checkpoints.signed(wanted)
                    : checkpoints.kept(wanted).map(kept -> kept.orElseThrow(() -> notKept(wanted)));
        });
    }

    private static HttpProblem notKept(long size) {
        return Problems.of(404, "unknown-checkpoint", "No checkpoint of this size was kept")
                .withDetail("The ledger had " + size + " entries once, but nobody asked then").build();
    }

    private static Response text(KeptCheckpoint kept) {
        return Response.ok(kept.note(), Form.TEXT).build();
    }

    private Response json(KeptCheckpoint kept) {
        Answer answer = new Answer(kept.checkpoint().origin(), kept.checkpoint().size(),
                kept.checkpoint().rootHash().hex(), kept.note(), kept.key().text(),
                key.isDevelopment() && Objects.equals(kept.key(), key.verifier()), kept.signedAt());
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
