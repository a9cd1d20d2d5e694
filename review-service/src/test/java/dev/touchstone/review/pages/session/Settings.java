package dev.touchstone.review.pages.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A configuration made by hand. */
record Settings(Duration idle, Duration longest, int attempts, boolean alwaysSecure, Optional<List<String>> developmentUsers)
        implements
            SessionConfig {

    static Settings of(int attempts, boolean alwaysSecure) {
        return new Settings(Duration.ofMinutes(30), Duration.ofHours(10), attempts, alwaysSecure, Optional.empty());
    }
}
