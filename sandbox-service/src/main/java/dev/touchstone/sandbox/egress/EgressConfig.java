package dev.touchstone.sandbox.egress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of the guarded way out. */
@ConfigMapping(prefix = "touchstone.egress")
public interface EgressConfig {

    /** Hosts that may be called although their addresses are not public: {@code host} or {@code host:port}, exactly. */
    Optional<List<String>> allowedHosts();

    /** How long the name service may take. */
    @WithDefault("5S")
    Duration resolveTimeout();

    /** How long a connection, with its TLS handshake, may take. */
    @WithDefault("5S")
    Duration connectTimeout();

    /** How long a probe may take, with its retries, redirects and waits; callers give up later than this. */
    @WithDefault("10S")
    Duration probeTimeout();

    /** The largest body in bytes, as sent and again as decompressed. */
    @WithDefault("1048576")
    @Min(1_024)
    @Max(67_108_864)
    int maxBody();

    /** The largest head of an answer, in bytes. */
    @WithDefault("16384")
    @Min(1_024)
    @Max(1_048_576)
    int maxHead();

    /** The largest event of an answer that is a stream of events, in bytes. */
    @WithDefault("524288")
    @Min(1_024)
    @Max(67_108_864)
    int maxEvent();

    /** How many events of one answer are read. */
    @WithDefault("4096")
    @Min(1)
    @Max(1_000_000)
    int maxEvents();

    /** How many redirects are followed. */
    @WithDefault("3")
    @Min(0)
    @Max(3)
    int maxRedirects();

    /** How many requests to one host and port may be under way, over all reviews of this replica. */
    @WithDefault("8")
    @Min(1)
    @Max(256)
    int hostConcurrency();

    /** How many requests a second may begin to one host and port, over all reviews of this replica. */
    @WithDefault("50")
    @Min(1)
    @Max(1_000)
    int hostRate();

    /** How often a request is sent at most: the first time and the retries. */
    @WithDefault("3")
    @Min(1)
    @Max(10)
    int tries();

    /** The wait before the first retry; doubled for each further one. */
    @WithDefault("0.25S")
    Duration retryWait();

    /**
     * The longest wait before a retry, and the longest time that a {@code Retry-After} holds back all calls to its host. One
     * beyond it holds back none, and ends the call with the status that asked for it.
     */
    @WithDefault("20S")
    Duration longestRetryWait();

    /** After how many faults of the connection, one after another, no more requests are sent to a host and port. */
    @WithDefault("10")
    @Min(2)
    @Max(1_000)
    int circuitFaults();

    /** For how long none are sent then, before a single one tries whether the host is back. */
    @WithDefault("5S")
    Duration circuitPause();

    /**
     * Ranges that are closed besides those that are not public, as {@code 198.18.5.0/24}: an operator's own public
     * addresses, or the prefix with which its network translates IPv4.
     */
    Optional<List<String>> closedRanges();
}
