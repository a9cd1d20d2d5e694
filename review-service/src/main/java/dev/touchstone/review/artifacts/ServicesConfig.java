package dev.touchstone.review.artifacts;

import java.net.URI;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the other services are. Only from there is anything fetched, whatever an event says. */
@ConfigMapping(prefix = "touchstone.services")
public interface ServicesConfig {

    @WithDefault("http://localhost:8080")
    URI submissionUrl();

    @WithDefault("http://localhost:8081")
    URI sandboxUrl();

    @WithDefault("http://localhost:8082")
    URI judgeUrl();

    /** This service: the artifacts of the human stage are its own. */
    @WithDefault("http://localhost:8083")
    URI reviewUrl();

    /** Where runs that are kept offline can be had; no artifact of a stage is there. */
    @WithDefault("http://localhost:8084")
    URI telemetryUrl();

    /** All that make artifacts. */
    default List<URI> all() {
        return List.of(submissionUrl(), sandboxUrl(), judgeUrl(), reviewUrl());
    }
}
