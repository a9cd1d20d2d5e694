package dev.touchstone.sandbox.attempt.llm;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The real client, for a scripted host, or none. */
public final class Llms {

    /** Of no host at all. */
    public static final String KEY = "sk-of-the-operator-0123456789";

    private Llms() {
    }

    public static Llm none() {
        return of(Map.of());
    }

    public static Llm at(URI baseUrl) {
        return at(baseUrl, Map.of());
    }

    /**
     * @param settings below {@code touchstone.llm.}
     */
    static Llm at(URI baseUrl, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("base-url", baseUrl.toString(), "model", "asked-for-model", "api-key", KEY,
                        "timeout", "10S"));
        all.putAll(settings);
        return of(all);
    }

    private static OpenAiLlm of(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((name, value) -> properties.put("touchstone.llm." + name, value));
        LlmConfig config = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(LlmConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 1000)).build().getConfigMapping(LlmConfig.class);
        return new OpenAiLlm(config, Clock.systemUTC(), new SimpleMeterRegistry());
    }
}
