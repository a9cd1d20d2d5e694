package dev.touchstone.review.ledger;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the ledger's heads are signed. */
@ConfigMapping(prefix = "touchstone.ledger")
interface LedgerConfig {

    /** Names the ledger in every checkpoint, as a host and a path without a scheme; to be kept for good. */
    @WithDefault("localhost/touchstone")
    @Pattern(regexp = "[!-*,-~]{1,200}", message = "must be 1 to 200 visible ASCII characters without a plus")
    String origin();

    /** An Ed25519 key in PKCS#8, its DER in base 64; a secret, by the environment only. */
    Optional<String> signingKey();

    /** A checkpoint is kept of every size that is a multiple of this. */
    @WithDefault("1000")
    @Min(1)
    @Max(1_000_000)
    int checkpointEvery();

    /** A ledger that grew has a new checkpoint after so long at the latest. */
    @WithDefault("5M")
    Duration checkpointWithin();

    /** How often it is looked whether one is due. */
    @WithDefault("10S")
    Duration lookEvery();
}
