package dev.touchstone.telemetry.evidence;

import java.net.URI;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are whose files belong to runs. Only from there is anything fetched, whatever an event says. */
@ConfigMapping(prefix = "touchstone.services")
public interface ServicesConfig {

    @WithDefault("http://localhost:8081")
    URI sandboxUrl();

    @WithDefault("http://localhost:8082")
    URI judgeUrl();

    @WithDefault("http://localhost:8083")
    URI reviewUrl();

    /** All of them. */
    default List<URI> all() {
        return List.of(sandboxUrl(), judgeUrl(), reviewUrl());
    }
}
