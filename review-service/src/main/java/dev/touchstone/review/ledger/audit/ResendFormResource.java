package dev.touchstone.review.ledger.audit;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** The same from the ledger's page. */
@Path("/submissions/{submissionId}/ledger/resend")
@RolesAllowed(Roles.OPERATOR)
class ResendFormResource {

    private final Resends resends;
    private final Callers callers;

    ResendFormResource(Resends resends, Callers callers) {
        this.resends = resends;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @WithTransaction
    @Operation(hidden = true)
    public Uni<Response> resend(@PathParam("submissionId") UUID submissionId, MultivaluedMap<String, String> fields) {
        ResendRequest request = ResendRequest.read(put(submissionId, fields.getFirst("index")));
        return resends.ask(submissionId, request.index(), callers.current())
                .map(entries -> Response.seeOther(URI.create("/submissions/" + submissionId + "/ledger")).build());
    }

    /** The form as the request that it stands for: a field that is empty was not filled in. */
    private static JsonNode put(UUID submissionId, @Nullable String index) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("submissionId", submissionId.toString());
        if (index != null && index.matches("\\d{1,18}")) {
            request.put("index", Long.parseLong(index));
        } else if (index != null && !index.isBlank()) {
            request.put("index", index);
        }
        return request;
    }
}
