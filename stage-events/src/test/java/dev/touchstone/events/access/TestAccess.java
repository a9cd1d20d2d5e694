package dev.touchstone.events.access;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import dev.touchstone.events.testing.TestKeys;

/** Access without an application around it. */
public final class TestAccess {

    private TestAccess() {
    }

    /** Speaks with {@link TestKeys#SERVICE}, to a submission-service at the address. */
    public static ServiceKeyFilter serviceKey(URI submissionService) {
        return new ServiceKeyFilter(new Fixed(submissionService));
    }

    private record Fixed(URI directoryUrl) implements AccessConfig {

        @Override
        public String serviceKey() {
            return TestKeys.SERVICE;
        }

        @Override
        public Optional<String> formerServiceKey() {
            return Optional.empty();
        }

        @Override
        public Duration grantLifetime() {
            return Duration.ZERO;
        }
    }
}
