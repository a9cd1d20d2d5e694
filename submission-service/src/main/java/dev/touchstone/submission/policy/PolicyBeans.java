package dev.touchstone.submission.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.quarkus.runtime.Startup;

/** Loads the policy once, at the start: a service with an unreadable policy must not come up. */
class PolicyBeans {

    private static final String BUNDLED = "/policy/policy-1.json";
    /** A threshold with a misspelt name must not be replaced by zero. */
    private static final JsonMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

    @Produces
    @Singleton
    @Startup
    Policy policy(PolicyConfig config) {
        try (InputStream document = config.document().isPresent() ? open(config.document().get()) : bundled()) {
            return STRICT.readValue(document, Policy.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The policy cannot be read", unreadable);
        }
    }

    private static InputStream open(Path document) throws IOException {
        return Files.newInputStream(document);
    }

    private static InputStream bundled() {
        return Objects.requireNonNull(PolicyBeans.class.getResourceAsStream(BUNDLED), BUNDLED);
    }
}
