package dev.touchstone.submission.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.submission.StrictJson;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Puts a policy in force at the very first start, before the first message is read. From then on the database is the
 * truth: a later start neither reads nor compares the document. A service whose first policy is not valid does not come up.
 */
@ApplicationScoped
class FirstPolicy {

    static final String ACTOR = "submission-service";

    private static final Logger LOG = Logger.getLogger(FirstPolicy.class);
    private static final String BUNDLED = "/policy/policy-1.json";

    private final PolicyConfig config;
    private final Policies policies;
    private final Activations activations;

    FirstPolicy(PolicyConfig config, Policies policies, Activations activations) {
        this.config = config;
        this.policies = policies;
        this.activations = activations;
    }

    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        boolean first = Blocking.inTransaction(() -> activations.last().flatMap(
                last -> last == null ? store(read(config.document())).replaceWith(true) : Uni.createFrom().item(false)));
        if (!first && config.document().isPresent()) {
            LOG.infof("policy document=%s not read: the active version is kept in the database", config.document().get());
        }
    }

    private Uni<Boolean> store(PolicyDocument document) {
        String version = document.policy().version();
        LOG.infof("policy version=%s activated at the first start", version);
        return policies.store(document, ACTOR).chain(() -> activations.add(version, "The first start", ACTOR));
    }

    /**
     * @param path of the document, empty for the bundled one
     * @throws IllegalStateException if it is not valid
     */
    static PolicyDocument read(Optional<Path> path) {
        try (InputStream document = path.isPresent() ? Files.newInputStream(path.get())
                : Objects.requireNonNull(FirstPolicy.class.getResourceAsStream(BUNDLED), BUNDLED)) {
            JsonNode json = StrictJson.parse(document.readAllBytes());
            return switch (PolicyReader.read(json)) {
                case PolicyReading.Valid valid -> PolicyDocument.of(valid, json);
                case PolicyReading.Invalid(var violations) ->
                    throw new IllegalStateException("The first policy is not valid: " + violations);
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The first policy cannot be read", unreadable);
        }
    }
}
