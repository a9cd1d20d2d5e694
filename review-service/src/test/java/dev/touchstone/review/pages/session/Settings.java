package dev.touchstone.review.pages.session;

import java.time.Duration;

/** A configuration made by hand. */
record Settings(Duration idle, Duration longest, int attempts, boolean alwaysSecure) implements SessionConfig {

    static Settings of(int attempts, boolean alwaysSecure) {
        return new Settings(Duration.ofMinutes(30), Duration.ofHours(10), attempts, alwaysSecure);
    }
}
