package dev.touchstone.events;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import dev.touchstone.events.artifacts.ArtifactKeep;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a service delivers events and works on what it was asked for. */
@ConfigMapping(prefix = "touchstone.delivery")
public interface DeliveryConfig {

    /** The service's name in events, leases and logs. */
    @WithDefault("${quarkus.application.name}")
    String service();

    /** Under which other services and people reach this service; the links and artifacts of its events begin with it. */
    @WithDefault("http://localhost:${quarkus.http.port}")
    URI publicUrl();

    /** How often the relay and the workers look without having been told. Only a safety net for a lost notification. */
    @WithDefault("5S")
    Duration pollInterval();

    /** The most records that one relay transaction sends. */
    @WithDefault("200")
    @Min(1)
    @Max(10_000)
    int relayBatch();

    /** How many jobs this replica works on at a time. */
    @WithDefault("4")
    @Min(1)
    @Max(256)
    int workers();

    /** How long a worker may be silent before another takes its job over. It renews three times in this span. */
    @WithDefault("15S")
    Duration lease();

    /** How often an attempt is tried after transient failures before it is reported as failed. */
    @WithDefault("6")
    @Min(1)
    @Max(100)
    int maxTries();

    /** The wait before the second try; doubled for each further one, up to a minute. */
    @WithDefault("1S")
    Duration retryWait();

    /**
     * How long artifacts are kept, by name: {@code security_transcript.jsonl:180D}, comma separated. What is not named is
     * kept for ever. A forgotten artifact leaves its digest behind.
     */
    Optional<List<ArtifactKeep>> keepArtifacts();

    /** How long it is remembered what was received and done. Longer than the broker keeps its records. */
    @WithDefault("30D")
    Duration keep();
}
