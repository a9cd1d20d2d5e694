package dev.touchstone.submission.identity;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Directory;
import dev.touchstone.events.access.Grant;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** Tells the other services what their callers may do. */
@Path("/api/v1/grants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GrantsResource {

    private final Directory directory;

    GrantsResource(Directory directory) {
        this.directory = directory;
    }

    /** Either a key's digest, or a subject of an issuer. */
    @RegisterForReflection
    record Question(@Nullable String keyDigest, @Nullable String issuer, @Nullable String subject) {
    }

    /** @param grant null where the credential is not in force */
    @RegisterForReflection
    record Answer(@Nullable Grant grant) {
    }

    @POST
    @Path("/ask")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "What a key or a person may do; for the services of this installation")
    public Uni<Answer> ask(@Nullable Question question) {
        return switch (question) {
            case Question(String digest, var issuer, var subject) when digest != null && issuer == null && subject == null ->
                directory.ofKey(digest).map(Answer::new);
            case Question(var digest, String issuer, String subject) when digest == null && issuer != null
                    && subject != null ->
                directory.ofSubject(issuer, subject).map(Answer::new);
            case null, default -> throw Problems.invalidRequest(
                    List.of(new Violation("", "must have keyDigest, or else issuer and subject")));
        };
    }
}
