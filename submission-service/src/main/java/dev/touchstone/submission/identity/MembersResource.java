package dev.touchstone.submission.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Page;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import io.smallrye.mutiny.Uni;

/** The people of an organisation. An operator says who they are, because the identity provider is the installation's. */
@Path("/api/v1/organizations/{organization}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Who may call")
public class MembersResource {

    private final Memberships members;
    private final Rights rights;

    MembersResource(Memberships members, Rights rights) {
        this.members = members;
        this.rights = rights;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a person a member")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewMembership.class), example = """
            {"issuer": "https://id.example/realms/makers", "subject": "248289761001", "name": "Sumi Submitter",
             "roles": ["submitter"]}"""))
    @APIResponse(responseCode = "201", description = "A member now", content = @Content(schema = @Schema(implementation = Membership.class)))
    @APIResponse(responseCode = "404", description = "There is no such organisation")
    @APIResponse(responseCode = "409", description = "The person is a member of an organisation already")
    @APIResponse(responseCode = "422", description = "Not valid; every violation is named by JSON pointer")
    public Uni<Response> add(@PathParam("organization") String organization, byte @Nullable [] body) {
        NewMembership member = NewMembership.read(Bodies.read(body), rights.caller());
        return rights.see(organization).flatMap(known -> members.add(organization, member, rights.caller().name()))
                .map(added -> added.orElseThrow(() -> Problems.of(ProblemType.MEMBER_EXISTS).build()))
                .map(added -> Response.status(Response.Status.CREATED).entity(added).header(HttpHeaders.LOCATION,
                        OrganizationsResource.PATH + organization + "/members/" + added.memberId()).build());
    }

    @GET
    @RolesAllowed({ Roles.SUBMITTER, Roles.OPERATOR, Roles.AUDITOR })
    @Operation(summary = "The members in the order in which they came, former ones too")
    public Uni<Page<Membership>> page(@PathParam("organization") String organization,
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int most = Page.limit(limit);
        return rights.inspect(organization).flatMap(known -> members.page(organization, after, most));
    }

    @DELETE
    @Path("/{member}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Ends a membership; what the person did stays as it is")
    @APIResponse(responseCode = "204", description = "No member any more")
    @APIResponse(responseCode = "404")
    public Uni<Void> remove(@PathParam("organization") String organization, @PathParam("member") String member) {
        return rights.see(organization)
                .flatMap(known -> members.remove(organization, Ids.parse(member, "member"), rights.caller().name()))
                .map(removed -> removed.orElseThrow(() -> Problems.notFound("member"))).replaceWithVoid();
    }
}
