package dev.touchstone.judge.jury.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.touchstone.judge.llm.ChatModels;
import dev.touchstone.judge.llm.LlmConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Benches as an operator with other settings would have them. */
public final class Benches {

    private Benches() {
    }

    /**
     * With these models, of one host, in seats {@code juror-1}, {@code juror-2} and so on.
     *
     * @param calls that an attempt may make
     */
    public static Bench with(ChatModels models, PanelConfig panel, String baseUrl, List<String> names,
            int calls) {
        Map<String, String> settings = new HashMap<>(Map.of("touchstone.judge.llm.enabled", "true",
                "touchstone.judge.llm.retry-wait", "PT0.01S", "touchstone.judge.llm.timeout", "PT1S",
                "touchstone.judge.llm.longest-wait", "PT30S", "touchstone.judge.llm.longest-queue", "PT30S",
                "touchstone.judge.llm.cache.keep", "PT30S", "touchstone.judge.llm.budget.calls", Integer.toString(calls)));
        for (String name : names) {
            String juror = "touchstone.judge.llm.jurors.juror-" + (1 + names.indexOf(name)) + ".";
            settings.putAll(Map.of(juror + "base-url", baseUrl, juror + "model", name));
        }
        LlmConfig config = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "an operator's", 500)).withMapping(LlmConfig.class).build()
                .getConfigMapping(LlmConfig.class);
        return new Bench(models, config, panel);
    }
}
