package dev.touchstone.review.ledger.audit;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the ledger is told to somebody outside. */
@ConfigMapping(prefix = "touchstone.ledger.audit")
public interface AuditConfig {

    /** Of the endpoint; without one nothing is told. http or https, without user information and fragment. */
    Optional<URI> url();

    /** Sent as a bearer token, to this address only; a secret, by the environment. */
    Optional<String> key();

    /** For one post with its answer. */
    @WithDefault("10S")
    Duration timeout();

    /** The wait before the second try; doubled for each further one. */
    @WithDefault("5S")
    Duration retryWait();

    /** No wait is longer, whatever the endpoint asks for. */
    @WithDefault("15M")
    Duration longestRetryWait();
}
