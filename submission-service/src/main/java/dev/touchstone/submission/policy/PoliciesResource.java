package dev.touchstone.submission.policy;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Cursor;
import dev.touchstone.submission.Page;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.StrictJson;
import dev.touchstone.submission.Violation;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** The versions of the policy: everybody who is known may read them, an operator adds to them. */
@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
public class PoliciesResource {

    static final int MOST_BYTES = 65_536;

    private final Policies policies;
    private final Callers callers;

    PoliciesResource(Policies policies, Callers callers) {
        this.policies = policies;
        this.callers = callers;
    }

    /**
     * A version of the policy.
     *
     * @param digest sha256 of the document's RFC 8785 canonical form
     */
    @RegisterForReflection
    record PolicyView(String version, String digest, String storedBy, Instant storedAt, JsonNode document) {

        static PolicyView of(StoredPolicy stored) {
            return new PolicyView(stored.version, stored.digest, stored.storedBy, stored.storedAt, stored.json());
        }
    }

    @GET
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
    @WithSession
    @Operation(summary = "All versions of the policy, the newest first")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "A parameter is malformed")
    public Uni<Page<PolicyView>> page(
            @Parameter(description = "1 to 200, 50 by default") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable String after) {
        int most = Page.limit(limit);
        return policies.before(Cursor.number(after), most + 1)
                .map(rows -> Page.of(rows, most, row -> Cursor.of(Long.toString(row.number))).map(PolicyView::of));
    }

    @GET
    @Path("/active")
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
    @WithSession
    @Operation(summary = "The policy that decides now")
    @APIResponse(responseCode = "200")
    public Uni<PolicyView> active() {
        return policies.stored().map(PolicyView::of);
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
    @WithSession
    @Operation(summary = "A version of the policy")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404")
    public Uni<PolicyView> one(@PathParam("version") String version) {
        return policies.existing(version).map(PolicyView::of);
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @WithTransaction
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stores a version of the policy; it decides nothing until it is activated")
    @APIResponse(responseCode = "201", description = "Stored; a version never changes")
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "409", description = "The version is taken")
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "422", description = "Not valid; every violation is named by JSON pointer")
    public Uni<Response> store(byte @Nullable [] body) {
        PolicyDocument document = document(StrictJson.request(body, MOST_BYTES));
        String version = document.policy().version();
        return policies.store(document, callers.current().name())
                .invoke(stored -> requireStored(stored, version))
                .chain(() -> policies.existing(version))
                .map(stored -> Response.created(URI.create("/api/v1/policies/" + version)).entity(PolicyView.of(stored))
                        .build());
    }

    private static PolicyDocument document(JsonNode json) {
        return switch (PolicyReader.read(json)) {
            case PolicyReading.Valid valid -> PolicyDocument.of(valid, json);
            case PolicyReading.Invalid(List<Violation> violations) ->
                throw Problems.of(ProblemType.INVALID_POLICY).with("violations", violations).build();
        };
    }

    private static void requireStored(boolean stored, String version) {
        if (!stored) {
            throw Problems.of(ProblemType.POLICY_VERSION_TAKEN)
                    .withDetail("There is a policy " + version + ". A version never changes; choose another name.").build();
        }
    }
}
