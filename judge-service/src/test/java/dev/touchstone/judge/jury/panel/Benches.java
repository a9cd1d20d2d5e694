package dev.touchstone.judge.jury.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.touchstone.judge.BoundedHttp;
import dev.touchstone.judge.jury.reference.ReferenceJuror;
import dev.touchstone.judge.llm.LlmConfig;
import dev.touchstone.judge.llm.OtherModels;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * Benches as an operator with other settings would have them.
 *
 * @param baseUrl of the host of all models
 */
public record Benches(BoundedHttp http, PanelConfig panel, ReferenceJuror reference, String baseUrl) {

    /**
     * With these models in seats {@code juror-1}, {@code juror-2} and so on.
     *
     * @param calls that an attempt may make
     */
    public Bench with(List<String> names, int calls) {
        Map<String, String> settings = new HashMap<>(Map.of("touchstone.judge.llm.enabled", "true",
                "touchstone.judge.llm.tries", "2", "touchstone.judge.llm.retry-wait", "10MS",
                "touchstone.judge.llm.timeout", "700MS", "touchstone.judge.llm.cache.enabled", "false",
                "touchstone.judge.llm.allowed-models", "*", "touchstone.judge.llm.budget.calls", Integer.toString(calls)));
        for (int seat = 0; seat < names.size(); seat++) {
            String juror = "touchstone.judge.llm.jurors.juror-" + (seat + 1) + ".";
            settings.putAll(Map.of(juror + "base-url", baseUrl, juror + "model", names.get(seat), juror + "api-key", "the-key",
                    juror + "calls-per-minute", "100000"));
        }
        LlmConfig config = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "an operator's", 500)).withMapping(LlmConfig.class).build()
                .getConfigMapping(LlmConfig.class);
        return new Bench(OtherModels.of(config, http), config, panel, reference);
    }
}
