package dev.touchstone.sandbox.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.touchstone.events.AgentTarget.Protocol;
import dev.touchstone.events.AgentTarget.Terms;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.egress.EgressFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The client over a guarded way out that leads to loopback, with waits that fit a test. */
final class AskedAgent implements AutoCloseable {

    private final EgressFixture fixture = new EgressFixture(Map.of());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GuardedAgentClient client;

    AskedAgent(Map<String, AgentConfig.Secret> secrets) {
        AgentConfig config = new Quick(secrets);
        client = new GuardedAgentClient(fixture.egress(), config, new Secrets(config), meters);
    }

    Answer ask(Protocol protocol, String endpoint, Prompt prompt) throws InterruptedException {
        return ask(protocol, endpoint, Terms.NONE, prompt);
    }

    Answer ask(Protocol protocol, String endpoint, Terms terms, Prompt prompt) throws InterruptedException {
        return client.ask(protocol, endpoint, terms, prompt);
    }

    static Secrets secrets(Map<String, AgentConfig.Secret> configured) {
        return new Secrets(new Quick(configured));
    }

    double calls(String protocol, String outcome) {
        return meters.counter("touchstone.agent.calls", "protocol", protocol, "outcome", outcome).count();
    }

    /** All that the metrics say, for whoever looks for what they must not say. */
    String metrics() {
        return meters.getMetersAsString();
    }

    @Override
    public void close() {
        fixture.close();
    }

    private record Quick(Map<String, AgentConfig.Secret> secrets) implements AgentConfig {

        @Override
        public Duration answerTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration pollWait() {
            return Duration.ofMillis(10);
        }

        @Override
        public Duration longestPollWait() {
            return Duration.ofMillis(20);
        }
    }

    /** A token as configuration has it. */
    record Held(Optional<String> value, Optional<Path> valueFile, Optional<List<String>> hosts) implements AgentConfig.Secret {

        static Held of(String value, String... hosts) {
            return new Held(Optional.of(value), Optional.empty(), Optional.of(List.of(hosts)));
        }
    }
}
