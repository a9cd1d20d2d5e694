package dev.touchstone.events.access;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Pattern;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How callers are known. */
@ConfigMapping(prefix = "touchstone.access")
public interface AccessConfig {

    /** By which the services of one installation know one another; a secret, by the environment only. */
    @Pattern(regexp = ApiKey.FORM, message = "must begin with ts_ and have at least 32 characters more")
    String serviceKey();

    /** The one before, accepted while a new one is rolled out. */
    Optional<String> formerServiceKey();

    /** How long a key that was withdrawn may still be accepted. */
    @WithDefault("30S")
    Duration grantLifetime();

    /** Where the service is that keeps keys and members. */
    @WithDefault("${touchstone.services.submission-url:http://localhost:8080}")
    URI directoryUrl();
}
