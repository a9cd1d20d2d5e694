package dev.touchstone.judge.questions;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the service is that tests the agent and keeps what it found. */
@ConfigMapping(prefix = "touchstone.services")
interface ServicesConfig {

    @WithDefault("http://localhost:8081")
    URI sandboxUrl();
}
