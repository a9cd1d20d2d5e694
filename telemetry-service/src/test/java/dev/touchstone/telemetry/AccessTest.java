package dev.touchstone.telemetry;

import dev.touchstone.events.testing.AccessKit;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AccessTest extends AccessKit {
}
