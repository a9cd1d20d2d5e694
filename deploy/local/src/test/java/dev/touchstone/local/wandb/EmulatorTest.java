package dev.touchstone.local.wandb;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;

/** An emulator of its own for each test, with a clock that the test turns, and a client. */
abstract class EmulatorTest {

    static final Duration SILENCE = Duration.ofMinutes(5);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    final WandbEmulator emulator = WandbEmulator.start(0,
            EmulatorSettings.defaults().with(now::get).crashingAfter(SILENCE));
    final WandbClient client = new WandbClient(emulator);

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
