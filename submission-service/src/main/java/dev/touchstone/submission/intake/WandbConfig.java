package dev.touchstone.submission.intake;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where runs go that the submitter does not direct elsewhere. */
@ConfigMapping(prefix = "touchstone.wandb")
interface WandbConfig {

    @WithDefault("touchstone")
    String entity();

    @WithDefault("agent-reviews")
    String project();

    /** Of the web application, which the links lead to. */
    @WithDefault("https://wandb.ai")
    URI baseUrl();

    /** Of its API, as telemetry-service is told it; a submission that names this address means the application. */
    Optional<URI> apiUrl();
}
