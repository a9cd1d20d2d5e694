package dev.touchstone.judge.llm;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** What models are asked and what it takes. Jurors are named by the operator, so that the series are few. */
@ApplicationScoped
class LlmMeters {

    private static final String PREFIX = "touchstone.judge.llm.";

    private final MeterRegistry registry;

    LlmMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void asked(ModelSettings settings, ModelReply reply, Duration took) {
        Tags tags = tags(settings);
        registry.timer(PREFIX + "latency", tags).record(took);
        switch (reply) {
            case ModelReply.Text(String content, String servedBy, Tokens tokens) -> count(tags, "text", tokens);
            case ModelReply.Malformed(String reason, Tokens tokens) -> count(tags, "malformed", tokens);
            case ModelReply.Unavailable(String reason) -> count(tags, "unavailable", Tokens.UNKNOWN);
        }
    }

    /**
     * @param outcome {@code hit} or {@code miss}
     */
    void cache(ModelSettings settings, String outcome) {
        registry.counter(PREFIX + "cache", tags(settings).and("outcome", outcome)).increment();
    }

    private void count(Tags tags, String outcome, Tokens tokens) {
        registry.counter(PREFIX + "calls", tags.and("outcome", outcome)).increment();
        count(tags.and("direction", "input"), tokens.input());
        count(tags.and("direction", "output"), tokens.output());
    }

    private void count(Tags tags, @Nullable Long tokens) {
        if (tokens != null) {
            registry.counter(PREFIX + "tokens", tags).increment(tokens);
        }
    }

    private static Tags tags(ModelSettings settings) {
        return Tags.of("juror", settings.juror(), "provider", settings.provider().key());
    }
}
