package dev.touchstone.submission;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are. */
@ConfigMapping(prefix = "touchstone.services")
interface ServicesConfig {

    @WithDefault("http://localhost:8081")
    URI sandboxUrl();

    /** Of this service, as clients reach it; inside a cluster other services use another address. */
    @WithDefault("http://localhost:8080")
    URI apiUrl();

    /** Only linked to: people decide there. */
    @WithDefault("http://localhost:8083")
    URI reviewUrl();
}
