package dev.touchstone.submission;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the other services are. */
@ConfigMapping(prefix = "touchstone.services")
interface ServicesConfig {

    @WithDefault("http://localhost:8081")
    URI sandboxUrl();

    /** Only linked to: people decide there. */
    @WithDefault("http://localhost:8083")
    URI reviewUrl();
}
