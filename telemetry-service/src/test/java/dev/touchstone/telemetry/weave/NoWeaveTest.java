package dev.touchstone.telemetry.weave;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;

import jakarta.ws.rs.NotFoundException;

import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.WandbConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class NoWeaveTest {

    @Test
    void thereIsNoSuchRouteWhereNobodyAskedForTraces() {
        // Given
        TracesResource resource = resource(config());

        // Then
        assertThrows(NotFoundException.class, () -> resource.export("application/x-protobuf", null, new byte[] { 1 }));
    }

    @Test
    void withoutAKeyThereIsNoneEither() {
        // Given
        SmallRyeConfig config = config("touchstone.weave.endpoint", "http://localhost:1/otel");

        // Then
        assertFalse(forwarding(config).isOn());
    }

    private static TracesResource resource(SmallRyeConfig config) {
        return new TracesResource(forwarding(config), config.getConfigMapping(WeaveConfig.class));
    }

    private static TraceForwarding forwarding(SmallRyeConfig config) {
        WeaveConfig weave = config.getConfigMapping(WeaveConfig.class);
        return new TraceForwarding(new Weave(weave, config.getConfigMapping(WandbConfig.class), Clock.systemUTC()), weave,
                new SimpleMeterRegistry());
    }

    private static SmallRyeConfig config(String... settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters()
                .withMapping(WeaveConfig.class).withMapping(WandbConfig.class);
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue(settings[i], settings[i + 1]);
        }
        return builder.build();
    }
}
