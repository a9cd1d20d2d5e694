package dev.touchstone.telemetry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which W&amp;B the operator has an account with. */
@ConfigMapping(prefix = "touchstone.wandb")
public interface WandbConfig {

    /** The web application. Runs that name another one are kept offline: the key belongs to this one only. */
    @WithDefault("https://wandb.ai")
    URI baseUrl();

    /** Its API, where that lives elsewhere. {@code https://api.wandb.ai} for {@code https://wandb.ai}. */
    Optional<URI> apiUrl();

    /** Comes from the environment only. Without it every run is kept offline. */
    Optional<String> apiKey();

    /**
     * A file with a JWT that W&amp;B trusts, instead of the key: read anew whenever a new access token is needed. Setting both
     * keeps the service from starting.
     */
    Optional<Path> identityTokenFile();

    /** Where run directories are written; a volume, so that they outlive the process. */
    @WithDefault("wandb")
    Path offlineDirectory();

    /** The longest that one request with its answer may take. */
    @WithDefault("30S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 3)
    Duration requestTimeout();

    /** The longest that a connection may take to be made. */
    @WithDefault("10S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration connectTimeout();
}
