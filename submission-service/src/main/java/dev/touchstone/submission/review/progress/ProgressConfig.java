package dev.touchstone.submission.review.progress;

import java.time.Duration;

import dev.touchstone.events.streams.StreamLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How reviews are watched. */
@ConfigMapping(prefix = "touchstone.progress")
interface ProgressConfig extends StreamLimits {

    /** How long the events of a review are kept after its end. Those of a review that goes on are never forgotten. */
    @WithDefault("400D")
    Duration keepEvents();
}
