package dev.touchstone.events.testing;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A {@code @QuarkusTest} that speaks and listens on the real broker. */
public abstract class BusTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    protected EventBus bus;

    @BeforeEach
    void listen() {
        bus = new EventBus(bootstrapServers);
    }

    @AfterEach
    void stopListening() {
        bus.close();
    }
}
