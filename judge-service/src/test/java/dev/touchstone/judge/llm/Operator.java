package dev.touchstone.judge.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An operator's settings, as they would be configured. */
record Operator(boolean enabled, Map<String, JurorConfig> jurors, Optional<List<URI>> allowedBaseUrls,
        Optional<List<String>> allowedModels, Optional<BigDecimal> usd) implements LlmConfig {

    static Operator with(Map<String, Juror> jurors) {
        return new Operator(false, Map.copyOf(jurors), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Operator on() {
        return new Operator(true, jurors, allowedBaseUrls, allowedModels, usd);
    }

    Operator allowing(URI... addresses) {
        return new Operator(enabled, jurors, Optional.of(List.of(addresses)), allowedModels, usd);
    }

    Operator allowingModels(String... models) {
        return new Operator(enabled, jurors, allowedBaseUrls, Optional.of(List.of(models)), usd);
    }

    Operator spending(String most) {
        return new Operator(enabled, jurors, allowedBaseUrls, allowedModels, Optional.of(new BigDecimal(most)));
    }

    @Override
    public int tries() {
        return 3;
    }

    @Override
    public Duration retryWait() {
        return Duration.ofMillis(1);
    }

    @Override
    public Duration timeout() {
        return Duration.ofMillis(700);
    }

    @Override
    public int replyBytes() {
        return 65_536;
    }

    @Override
    public Duration longestWait() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration longestQueue() {
        return Duration.ofSeconds(30);
    }

    @Override
    public int sideBySide() {
        return 4;
    }

    @Override
    public Budget budget() {
        return new Most(1000, 1_000_000, usd);
    }

    @Override
    public Cache cache() {
        return new Kept(true, Duration.ofDays(30), 50);
    }

    /** Named, as the next one: an application with an anonymous class of validated methods does not start. */
    record Most(int calls, long tokens, Optional<BigDecimal> usd) implements Budget {

        @Override
        public Duration time() {
            return Duration.ofMinutes(45);
        }
    }

    private record Kept(boolean enabled, Duration keep, int replies) implements Cache {
    }
}
