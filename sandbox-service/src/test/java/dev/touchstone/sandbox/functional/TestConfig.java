package dev.touchstone.sandbox.functional;

import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The configuration as it is by default, but for the given properties. */
final class TestConfig {

    private TestConfig() {
    }

    static FunctionalConfig functional(Map<String, String> properties) {
        return of(FunctionalConfig.class, properties);
    }

    static ModelConfig model(Map<String, String> properties) {
        return of(ModelConfig.class, properties);
    }

    private static <T> T of(Class<T> type, Map<String, String> properties) {
        return new SmallRyeConfigBuilder().withMapping(type).withSources(new PropertiesConfigSource(properties, "test", 100))
                .build().getConfigMapping(type);
    }
}
