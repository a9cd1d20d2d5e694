package dev.touchstone.submission.intake;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How submissions are taken in. Public, as its nested settings could not be validated otherwise. */
@ConfigMapping(prefix = "touchstone.intake")
public interface IntakeConfig {

    /** How long the sandbox may take to vet an address; a submission is accepted with a warning when it is over. */
    @WithDefault("2S")
    Duration vetTimeout();

    /** How long the sandbox may take to fetch a card. */
    @WithDefault("15S")
    Duration fetchTimeout();

    /** The most bytes of a request; quarkus.http.limits.max-body-size must not be less. */
    @WithDefault("1048576")
    @Min(1024)
    @Max(2_097_152)
    long maxBytes();

    /** Whether a card that nobody signed is refused; otherwise it is accepted with a warning. */
    @WithDefault("false")
    boolean signatureRequired();

    IdempotencyConfig idempotency();

    /** How the same request is known. */
    interface IdempotencyConfig {

        /** Whether a request without a key is refused. */
        @WithDefault("false")
        boolean required();

        /** How long a key is remembered; the submission under it stays. */
        @WithDefault("30D")
        Duration retention();

        /** How long a repeat waits for the first request to end before it is told to come again. */
        @WithDefault("10S")
        Duration patience();
    }
}
