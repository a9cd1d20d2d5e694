package dev.touchstone.review.record;

import java.time.Instant;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** For a database that is filled again from the topics. */
@ConfigMapping(prefix = "touchstone.restore")
interface RestoreConfig {

    /**
     * When the lost database was last written. Of events from before then this service says nothing: what there was to say
     * about
     * them was said, and is on the topics too.
     */
    Optional<Instant> until();
}
