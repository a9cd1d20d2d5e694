package dev.touchstone.events.access;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.DirectoryClient.Question;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;

/** Asks the service that keeps keys and members. */
@ApplicationScoped
@DefaultBean
class RemoteDirectory implements Directory {

    private final DirectoryClient client;

    RemoteDirectory(@RestClient DirectoryClient client) {
        this.client = client;
    }

    @Override
    public Uni<@Nullable Grant> ofKey(String keyDigest) {
        return ask(Question.ofKey(keyDigest));
    }

    @Override
    public Uni<@Nullable Grant> ofSubject(String issuer, String subject) {
        return ask(Question.ofSubject(issuer, subject));
    }

    private Uni<@Nullable Grant> ask(Question question) {
        return client.ask(question).onFailure().transform(DirectoryAway::new).map(DirectoryClient.Reply::grant);
    }
}
