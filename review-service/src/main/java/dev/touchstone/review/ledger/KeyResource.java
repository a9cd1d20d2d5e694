package dev.touchstone.review.ledger;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** With which key checkpoints are checked. An auditor takes it once and holds it; a key from here proves nothing by itself. */
@Path("/review/ledger/key")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class KeyResource {

    private final LedgerKey key;
    private final Checkpoints checkpoints;

    KeyResource(LedgerKey key, Checkpoints checkpoints) {
        this.key = key;
        this.checkpoints = checkpoints;
    }

    /**
     * @param key the verifier key of now
     * @param development whether everybody has its secret half
     * @param used every key that signed a checkpoint that was kept
     */
    @RegisterForReflection
    record Answer(String key, boolean development, List<KeyUse> used) {

        Answer {
            used = List.copyOf(used);
        }
    }

    @GET
    @Produces({ MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON })
    @WithSession
    @Operation(summary = "The verifier key of the ledger's checkpoints (C2SP signed-note); as JSON with those before it")
    public Uni<Response> key(@Context Request request) {
        return Form.isJson(request)
                ? checkpoints.keys().map(used -> new Answer(key.verifier().text(), key.isDevelopment(), used))
                        .map(answer -> Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build())
                : Uni.createFrom().item(Response.ok(key.verifier().text() + "\n", Form.TEXT).build());
    }
}
