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

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Page;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import io.smallrye.mutiny.Uni;

/** An organisation's API keys. */
@Path("/api/v1/organizations/{organization}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Who may call")
public class KeysResource {

    private final Keys keys;
    private final Rights rights;

    KeysResource(Keys keys, Rights rights) {
        this.keys = keys;
        this.rights = rights;
    }

    @POST
    @RolesAllowed({ Roles.OPERATOR, Roles.SUBMITTER })
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a key; the answer is the only place where its secret is ever shown")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewKey.class), example = """
            {"name": "release pipeline", "scopes": ["submitter"], "expiresAt": "2030-01-31T12:00:00Z"}"""))
    @APIResponse(responseCode = "201", description = "Made", content = @Content(schema = @Schema(implementation = CreatedKey.class)))
    @APIResponse(responseCode = "404", description = "There is no such organisation")
    @APIResponse(responseCode = "409", description = "The organisation has as many keys as it may")
    @APIResponse(responseCode = "422", description = "Not valid; every violation is named by JSON pointer")
    public Uni<Response> add(@PathParam("organization") String organization, byte @Nullable [] body) {
        Caller caller = rights.caller();
        return rights.manageKeys(organization).map(known -> NewKey.read(Bodies.read(body), caller, keys.now()))
                .flatMap(key -> keys.add(organization, key, caller.name()))
                .map(added -> added.orElseThrow(() -> Problems.of(ProblemType.LIMIT_REACHED)
                        .withDetail("An organisation has at most " + Keys.MOST_IN_FORCE + " keys in force.").build()))
                .map(added -> Response.status(Response.Status.CREATED).entity(added)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.LOCATION,
                                OrganizationsResource.PATH + organization + "/keys/" + added.key().keyId())
                        .build());
    }

    @GET
    @RolesAllowed({ Roles.SUBMITTER, Roles.OPERATOR, Roles.AUDITOR })
    @Operation(summary = "The keys in the order in which they were made, revoked ones too; never a secret")
    public Uni<Page<KeyView>> page(@PathParam("organization") String organization,
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int most = Page.limit(limit);
        return rights.inspect(organization).flatMap(known -> keys.page(organization, after, most));
    }

    @DELETE
    @Path("/{key}")
    @RolesAllowed({ Roles.OPERATOR, Roles.SUBMITTER })
    @Operation(summary = "Revokes a key for good")
    @APIResponse(responseCode = "204", description = "Not in force any more")
    @APIResponse(responseCode = "404")
    public Uni<Void> revoke(@PathParam("organization") String organization, @PathParam("key") String key) {
        return rights.manageKeys(organization)
                .flatMap(known -> keys.revoke(organization, Ids.parse(key, "key"), rights.caller().name()))
                .map(revoked -> revoked.orElseThrow(() -> Problems.notFound("key"))).replaceWithVoid();
    }
}
