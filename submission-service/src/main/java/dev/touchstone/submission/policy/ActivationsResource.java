package dev.touchstone.submission.policy;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Cursor;
import dev.touchstone.submission.Page;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Reason;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** Which version of the policy is in force, and who put it there, when and why. */
@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
public class ActivationsResource {

    private final Policies policies;
    private final Activations activations;
    private final Callers callers;

    ActivationsResource(Policies policies, Activations activations, Callers callers) {
        this.policies = policies;
        this.activations = activations;
        this.callers = callers;
    }

    /** @param number orders the activations; the greatest is in force */
    @RegisterForReflection
    record ActivationView(long number, String version, String reason, String activatedBy, Instant activatedAt) {

        static ActivationView of(Activation row) {
            return new ActivationView(row.number, row.version, row.reason, row.activatedBy, row.activatedAt);
        }
    }

    @GET
    @Path("/activations")
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
    @WithSession
    @Operation(summary = "All activations, the newest first; the first of them is in force")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "A parameter is malformed")
    public Uni<Page<ActivationView>> page(
            @Parameter(description = "1 to 200, 50 by default") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable String after) {
        int most = Page.limit(limit);
        return activations.before(Cursor.number(after), most + 1).map(rows -> Page
                .of(rows, most, row -> Cursor.of(Long.toString(row.number))).map(ActivationView::of));
    }

    @POST
    @Path("/{version}/activation")
    @RolesAllowed(Roles.OPERATOR)
    @WithTransaction
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts a version in force: every round is ruled on by it from now on, also one that has begun")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "404", description = "There is no such version")
    @APIResponse(responseCode = "409", description = "It is in force already")
    @APIResponse(responseCode = "422", description = "There is no reason")
    public Uni<ActivationView> activate(@PathParam("version") String version, byte @Nullable [] body) {
        String reason = Reason.read(body);
        String actor = callers.current().name();
        return policies.existing(version)
                .chain(() -> activations.add(version, reason, actor))
                .invoke(added -> requireAdded(added, version))
                .chain(activations::last).map(ActivationView::of);
    }

    private static void requireAdded(boolean added, String version) {
        if (!added) {
            throw Problems.of(ProblemType.POLICY_ACTIVE).withDetail("The policy " + version + " is in force.").build();
        }
    }
}
