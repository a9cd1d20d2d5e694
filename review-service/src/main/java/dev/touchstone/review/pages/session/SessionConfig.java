package dev.touchstone.review.pages.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long people stay signed in. */
@ConfigMapping(prefix = "touchstone.session")
interface SessionConfig {

    /** After the last page that a person opened; a page that looks again by itself does not count. */
    @WithDefault("30M")
    Duration idle();

    /** After signing in, however busy. */
    @WithDefault("10H")
    Duration longest();

    /** How often an address may try to sign in within a minute, per replica. */
    @WithDefault("10")
    @Min(1)
    @Max(10_000)
    int attempts();

    /**
     * Whether the cookie is for https only even where a request seems to come by http, as behind a proxy that is not trusted.
     */
    @WithDefault("false")
    boolean alwaysSecure();

    /**
     * Whom the sign-in offers at one click, each as {@code name=key}: for a developer's own machine, where everybody who
     * reaches
     * the page may be any of them. Refused in the profile {@code prod}.
     */
    Optional<List<String>> developmentUsers();
}
