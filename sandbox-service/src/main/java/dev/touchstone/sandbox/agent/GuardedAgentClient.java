package dev.touchstone.sandbox.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.AgentTarget.Protocol;
import dev.touchstone.events.AgentTarget.Terms;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.egress.Credential;
import dev.touchstone.sandbox.egress.Egress;
import io.micrometer.core.instrument.MeterRegistry;

/** Asks an agent in its own protocol, and asks on while it works on a task. */
@ApplicationScoped
public class GuardedAgentClient implements AgentClient {

    private final Egress egress;
    private final AgentConfig config;
    private final Secrets secrets;
    private final MeterRegistry meters;

    GuardedAgentClient(Egress egress, AgentConfig config, Secrets secrets, MeterRegistry meters) {
        this.egress = egress;
        this.config = config;
        this.secrets = secrets;
        this.meters = meters;
    }

    @Override
    public Answer ask(AgentTarget agent, Prompt prompt) throws InterruptedException {
        Terms terms = agent.terms();
        return ask(agent.protocol(), agent.endpoint().toString(), terms == null ? Terms.NONE : terms, prompt);
    }

    /**
     * Asks an agent of which no more is known.
     *
     * @param endpoint as somebody wrote it: one that is not a URL is a failure like others
     */
    public Answer ask(Protocol protocol, String endpoint, Terms terms, Prompt prompt) throws InterruptedException {
        Answer answer = answer(protocol, endpoint, terms, prompt);
        meters.counter("touchstone.agent.calls", "protocol", protocol.key(), "outcome", outcome(answer)).increment();
        return answer;
    }

    private Answer answer(Protocol protocol, String endpoint, Terms terms, Prompt prompt) throws InterruptedException {
        Optional<Credential> credential = Optional.ofNullable(terms.credential()).flatMap(secrets::named);
        if (terms.credential() != null && credential.isEmpty()) {
            return new Answer.Failed(FailureCode.CREDENTIAL, "the secret that the agent asks for is not known here",
                    Duration.ZERO, Usage.NONE);
        }
        long began = System.nanoTime();
        Asking asking = new Asking(egress, config, dialect(protocol),
                new Endpoint(endpoint, terms.tenant(), credential.orElse(null)));
        Reading reading = new Masking(credential).of(asking.ask(prompt, terms.streaming()));
        return answer(reading, Duration.ofNanos(System.nanoTime() - began), asking.usage());
    }

    private static Dialect dialect(Protocol protocol) {
        return switch (protocol) {
            case A2A_1_0 -> a2a(new JsonRpc(A2aVersion.V1_0, GuardedAgentClient::id));
            case A2A_1_0_HTTP -> a2a(new HttpJson(A2aVersion.V1_0));
            case A2A_0_3 -> a2a(new JsonRpc(A2aVersion.V0_3, GuardedAgentClient::id));
            case A2A_0_3_HTTP -> a2a(new HttpJson(A2aVersion.V0_3));
            case PROMPT -> new PromptDialect();
        };
    }

    private static Dialect a2a(A2aBinding binding) {
        return new A2aDialect(binding, GuardedAgentClient::id);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Answer answer(Reading reading, Duration latency, Usage usage) {
        return switch (reading) {
            case Reading.Said(Utterance said, String goesOn) -> new Answer.Said(said, goesOn, latency, usage);
            case Reading.Unusable(FailureCode code, String detail) -> new Answer.Failed(code, detail, latency, usage);
            case Reading.Working working -> throw new IllegalStateException("A task is waited for or given up");
        };
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Said said -> "answered";
            case Answer.Failed failed -> failed.code().code();
        };
    }
}
