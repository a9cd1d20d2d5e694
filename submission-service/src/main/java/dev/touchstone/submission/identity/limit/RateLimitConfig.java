package dev.touchstone.submission.identity.limit;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often somebody may call one replica. */
@ConfigMapping(prefix = "touchstone.rate-limit")
interface RateLimitConfig {

    @WithDefault("true")
    boolean enabled();

    /** The time in which an empty bucket is full again. */
    @WithDefault("1M")
    Duration window();

    /** Requests of one key, or of one member, in a window. */
    @WithDefault("600")
    @Min(1)
    int perKey();

    /** Requests from one address in a window; of IPv6 a network of 64 bits is one address. */
    @WithDefault("1200")
    @Min(1)
    int perAddress();

    /** Credentials from one address that are refused in a window, before nothing from there is looked at. */
    @WithDefault("60")
    @Min(1)
    int failuresPerAddress();

    /** The most buckets of each kind; beyond it those are forgotten that are used least. */
    @WithDefault("100000")
    @Min(1000)
    @Max(10_000_000)
    int mostRemembered();
}
