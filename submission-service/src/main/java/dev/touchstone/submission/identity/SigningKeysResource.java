package dev.touchstone.submission.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import dev.touchstone.submission.identity.SigningKeys.Registration;
import io.smallrye.mutiny.Uni;

/** The public keys with which an organisation signs its agents' cards. */
@Path("/api/v1/organizations/{organization}/signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Who may call")
public class SigningKeysResource {

    private final SigningKeys keys;
    private final Rights rights;

    SigningKeysResource(SigningKeys keys, Rights rights) {
        this.keys = keys;
        this.rights = rights;
    }

    /** What is sent; only for the API's description, as the key is read by hand. */
    record Request(String name, String publicKeyPem) {
    }

    @POST
    @RolesAllowed({ Roles.OPERATOR, Roles.SUBMITTER })
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Registers a public key: RSA of 2048 bits at least, EC P-256, EC P-384 or Ed25519")
    @RequestBody(required = true, content = @Content(schema = @Schema(name = "NewSigningKey", implementation = Request.class), example = """
            {"name": "release signing", "publicKeyPem": "-----BEGIN PUBLIC KEY-----\\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\\n-----END PUBLIC KEY-----\\n"}"""))
    @APIResponse(responseCode = "201", description = "Registered", content = @Content(schema = @Schema(implementation = SigningKeyView.class)))
    @APIResponse(responseCode = "404", description = "There is no such organisation")
    @APIResponse(responseCode = "409", description = "The key is registered already, or the organisation has as many as it may")
    @APIResponse(responseCode = "422", description = "Not valid; every violation is named by JSON pointer")
    public Uni<Response> register(@PathParam("organization") String organization, byte @Nullable [] body) {
        Caller caller = rights.caller();
        return rights.manageKeys(organization).map(known -> NewSigningKey.read(Bodies.read(body)))
                .flatMap(key -> keys.register(organization, key, caller.name()))
                .map(registration -> answer(organization, registration));
    }

    private static Response answer(String organization, Registration registration) {
        return switch (registration) {
            case Registration.Registered(SigningKey key) -> Response.status(Response.Status.CREATED)
                    .entity(SigningKeyView.of(key)).header(HttpHeaders.LOCATION,
                            OrganizationsResource.PATH + organization + "/signing-keys/" + key.keyId())
                    .build();
            case Registration.Taken ignored -> throw Problems.of(ProblemType.SIGNING_KEY_TAKEN).build();
            case Registration.Full ignored -> throw Problems.of(ProblemType.LIMIT_REACHED)
                    .withDetail("An organisation has at most " + SigningKeys.MOST + " signing keys.").build();
        };
    }

    @GET
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
    @Operation(summary = "The keys in the order of their registration, revoked ones too")
    public Uni<Page<SigningKeyView>> all(@PathParam("organization") String organization) {
        return rights.see(organization).flatMap(known -> keys.ofOrganization(organization))
                .map(all -> new Page<>(all.stream().map(SigningKeyView::of).toList(), null));
    }

    @DELETE
    @Path("/{key}")
    @RolesAllowed({ Roles.OPERATOR, Roles.SUBMITTER })
    @Operation(summary = "Revokes a key: signatures with it count no more")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404")
    public Uni<Void> revoke(@PathParam("organization") String organization, @PathParam("key") String key) {
        return rights.manageKeys(organization)
                .flatMap(known -> keys.revoke(organization, key, rights.caller().name()))
                .map(revoked -> revoked.orElseThrow(() -> Problems.notFound("signing key"))).replaceWithVoid();
    }
}
