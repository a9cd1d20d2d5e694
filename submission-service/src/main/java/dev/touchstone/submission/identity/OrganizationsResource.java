package dev.touchstone.submission.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Page;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import io.smallrye.mutiny.Uni;

/** The organisations that the installation knows. */
@Path("/api/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Who may call")
public class OrganizationsResource {

    static final String PATH = "/api/v1/organizations/";

    private final Organizations organizations;
    private final Rights rights;

    OrganizationsResource(Organizations organizations, Rights rights) {
        this.organizations = organizations;
        this.rights = rights;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters an organisation")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewOrganization.class), example = """
            {"organizationId": "makers", "name": "Makers Inc.", "contactEmail": "agents@makers.example"}"""))
    @APIResponse(responseCode = "201", description = "Entered", content = @Content(schema = @Schema(implementation = Organization.class)))
    @APIResponse(responseCode = "409", description = "There is one of this id")
    @APIResponse(responseCode = "422", description = "Not valid; every violation is named by JSON pointer")
    public Uni<Response> add(byte @Nullable [] body) {
        return organizations.add(NewOrganization.read(Bodies.read(body)), rights.caller().name())
                .map(added -> added.orElseThrow(() -> Problems.of(ProblemType.ORGANIZATION_EXISTS).build()))
                .map(added -> Response.status(Response.Status.CREATED).entity(added)
                        .header(HttpHeaders.LOCATION, PATH + added.organizationId()).build());
    }

    @GET
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
    @Operation(summary = "The organisations that the caller may see, by id")
    public Uni<Page<Organization>> page(@QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Caller caller = rights.caller();
        return organizations.page(caller.seesAll() ? null : caller.organizationId(), after, Page.limit(limit));
    }

    @GET
    @Path("/{organization}")
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
    @Operation(summary = "An organisation")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404")
    public Uni<Organization> one(@PathParam("organization") String organization) {
        return rights.see(organization);
    }
}
