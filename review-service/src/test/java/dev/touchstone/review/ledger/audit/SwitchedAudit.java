package dev.touchstone.review.ledger.audit;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.test.Mock;

/** Off for all tests but those that switch it on. */
@Mock
@ApplicationScoped
class SwitchedAudit implements AuditConfig {

    static final String KEY = "s3cret-of-the-endpoint";

    private volatile Optional<URI> url = Optional.empty();

    void on(URI endpoint) {
        url = Optional.of(endpoint);
    }

    void off() {
        url = Optional.empty();
    }

    @Override
    public Optional<URI> url() {
        return url;
    }

    @Override
    public Optional<String> key() {
        return Optional.of(KEY);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration retryWait() {
        return Duration.ofMillis(1);
    }

    @Override
    public Duration longestRetryWait() {
        return Duration.ofMillis(20);
    }
}
