package dev.touchstone.review.cases;

import dev.touchstone.events.streams.StreamLimits;
import io.smallrye.config.ConfigMapping;

/** How reviews are listened to. */
@ConfigMapping(prefix = "touchstone.listening")
interface ListeningConfig extends StreamLimits {
}
