package dev.touchstone.sandbox.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.touchstone.sandbox.agent.AgentConfig.Secret;
import dev.touchstone.sandbox.egress.Credential;
import io.quarkus.runtime.Startup;

/**
 * The tokens that an operator set up for agents, by name. One that cannot be used is told of in the log, by its name, and is
 * then as unknown as one that was never set up: the reviews of others go on.
 */
@Startup
@Singleton
public class Secrets {

    private static final Logger LOG = Logger.getLogger(Secrets.class);

    private final Map<String, Credential> known = new HashMap<>();

    Secrets(AgentConfig config) {
        config.secrets().forEach(this::keep);
    }

    /** Empty for a name that is not known. */
    public Optional<Credential> named(String name) {
        return Optional.ofNullable(known.get(name));
    }

    private void keep(String name, Secret secret) {
        try {
            known.put(name, Credential.of(token(secret).strip(), secret.hosts().orElse(List.of())));
        } catch (IOException | IllegalArgumentException unusable) {
            // A file's path is the operator's own; what it holds is in no message.
            LOG.errorf("secret unusable name=%s reason=%s", name, unusable.getMessage());
        }
    }

    private static String token(Secret secret) throws IOException {
        Optional<Path> file = secret.valueFile();
        if (file.isPresent() == secret.value().isPresent()) {
            throw new IllegalArgumentException("either value or value-file must be set");
        }
        return file.isPresent() ? Files.readString(file.get()) : secret.value().orElseThrow();
    }
}
