package dev.touchstone.events.access;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** What submission-service answers other services about callers. The answer to a credential nobody has is no error. */
@Path("/api/v1/grants")
@RegisterRestClient(configKey = "directory")
@RegisterProvider(ServiceKeyFilter.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface DirectoryClient {

    @POST
    @Path("/ask")
    Uni<Reply> ask(Question question);

    /** Either a key's digest, or a subject of an issuer. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(@Nullable String keyDigest, @Nullable String issuer, @Nullable String subject) {

        static Question ofKey(String digest) {
            return new Question(digest, null, null);
        }

        static Question ofSubject(String issuer, String subject) {
            return new Question(null, issuer, subject);
        }
    }

    /** @param grant null where the credential is not in force */
    @RegisterForReflection
    record Reply(@Nullable Grant grant) {
    }
}
