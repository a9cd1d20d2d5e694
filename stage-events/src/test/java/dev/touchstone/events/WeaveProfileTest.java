package dev.touchstone.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What {@code QUARKUS_PROFILE=prod,weave} changes in every service. */
class WeaveProfileTest {

    private static final String EXPORTER = "quarkus.otel.exporter.otlp.";
    private static final String KEY = "ts_00000000000000000000000000000000";

    @Test
    void tracesGoNowhereUnlessSomebodyAsks() throws IOException {
        assertEquals(" ", config("prod").getConfigValue(EXPORTER + "endpoint").getRawValue());
        assertNull(config("prod").getConfigValue(EXPORTER + "traces.headers").getRawValue());
    }

    @Test
    void withTheProfileTheyGoToTelemetryServiceAndTheKeyNowhereElse() throws IOException {
        // When
        SmallRyeConfig config = config("prod", "weave");

        // Then
        assertEquals("http://telemetry:8084/otlp", config.getValue(EXPORTER + "traces.endpoint", String.class));
        assertEquals("http/protobuf", config.getValue(EXPORTER + "traces.protocol", String.class));
        assertEquals("Authorization=Bearer " + KEY, config.getValue(EXPORTER + "traces.headers", String.class));
        assertNull(config.getConfigValue(EXPORTER + "headers").getRawValue());
    }

    private static SmallRyeConfig config(String... profiles) throws IOException {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().withProfiles(List.of(profiles))
                .withSources(new PropertiesConfigSource(here().toURL()))
                .withDefaultValue("touchstone.services.telemetry-url", "http://telemetry:8084")
                .withDefaultValue("touchstone.access.service-key", KEY).build();
    }

    /** Not by name from the class path: every library has a file of this name. */
    private static URI here() {
        return Path.of("src/main/resources/META-INF/microprofile-config.properties").toUri();
    }
}
