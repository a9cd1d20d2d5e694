package dev.touchstone.review.ledger.policy;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How changes of the policy come into the ledger. */
@ConfigMapping(prefix = "touchstone.ledger.policy")
interface PolicyConfig {

    /** How often submission-service is asked. A change is in force at once, whenever the ledger hears of it. */
    @WithDefault("30S")
    Duration interval();

    /** For one question with its answer. */
    @WithDefault("10S")
    Duration timeout();
}
