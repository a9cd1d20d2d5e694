package dev.touchstone.events.streams;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.WithDefault;

/** What streams may cost, as a part of the configuration of the service that has them. */
public interface StreamLimits {

    /** The most event streams that this replica keeps open at a time. */
    @WithDefault("500")
    @Min(1)
    @Max(100_000)
    int streams();

    /** The most of them that one caller may have. */
    @WithDefault("10")
    @Min(1)
    @Max(10_000)
    int streamsPerCaller();

    /** How long a stream is silent at most; proxies cut connections on which nothing is said. */
    @WithDefault("15S")
    Duration heartbeat();

    /** How long a client is asked to wait before it connects again. */
    @WithDefault("3S")
    Duration retry();

    /** How long a client may take to read what it was sent before it is cut. */
    @WithDefault("30S")
    Duration slowest();

    /** After this time a client has to connect again, so that a key that was revoked meanwhile shows nothing for ever. */
    @WithDefault("1H")
    Duration lifetime();
}
