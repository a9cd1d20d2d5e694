package dev.touchstone.sandbox.agent;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.egress.Call;
import dev.touchstone.sandbox.egress.Deadline;
import dev.touchstone.sandbox.egress.Egress;
import dev.touchstone.sandbox.egress.Fetched;
import io.micrometer.core.instrument.MeterRegistry;

/** Asks an agent in its own protocol, and asks on while it works on a task. */
@ApplicationScoped
public class GuardedAgentClient implements AgentClient {

    private static final Dialect A2A_1_0 = new A2aDialect(A2aVersion.V1_0, () -> UUID.randomUUID().toString());
    private static final Dialect A2A_0_3 = new A2aDialect(A2aVersion.V0_3, () -> UUID.randomUUID().toString());
    private static final Dialect PROMPT = new PromptDialect();

    private final Egress egress;
    private final AgentConfig config;
    private final ObjectMapper json;
    private final MeterRegistry meters;

    GuardedAgentClient(Egress egress, AgentConfig config, ObjectMapper json, MeterRegistry meters) {
        this.egress = egress;
        this.config = config;
        this.json = json;
        this.meters = meters;
    }

    @Override
    public Answer ask(AgentTarget agent, Prompt prompt) throws InterruptedException {
        return ask(agent.protocol(), agent.endpoint().toString(), prompt);
    }

    /**
     * Asks an agent of which no more is known.
     *
     * @param endpoint as somebody wrote it: one that is not a URL is a failure like others
     */
    public Answer ask(AgentTarget.Protocol protocol, String endpoint, Prompt prompt) throws InterruptedException {
        long began = System.nanoTime();
        Deadline deadline = Deadline.in(config.answerTimeout());
        Reading reading = converse(dialect(protocol), endpoint, prompt, deadline);
        Answer answer = answer(reading, Duration.ofNanos(System.nanoTime() - began));
        meters.counter("touchstone.agent.calls", "protocol", protocol.key(), "outcome", outcome(answer)).increment();
        return answer;
    }

    private static Dialect dialect(AgentTarget.Protocol protocol) {
        return switch (protocol) {
            case A2A_1_0, A2A_1_0_HTTP -> A2A_1_0;
            case A2A_0_3, A2A_0_3_HTTP -> A2A_0_3;
            case PROMPT -> PROMPT;
        };
    }

    private Reading converse(Dialect dialect, String endpoint, Prompt prompt, Deadline deadline) throws InterruptedException {
        Reading reading = exchange(dialect, dialect.say(endpoint, prompt), deadline);
        Duration wait = config.pollWait();
        while (reading instanceof Reading.Working task) {
            if (!deadline.leavesRoomFor(wait)) {
                return new Reading.Unusable(FailureCode.TIMEOUT, "the agent's task did not end in the time allowed");
            }
            Thread.sleep(wait);
            wait = longer(wait);
            reading = exchange(dialect, dialect.poll(endpoint, task), deadline);
        }
        return reading;
    }

    private Duration longer(Duration wait) {
        Duration longer = wait.multipliedBy(3).dividedBy(2);
        return longer.compareTo(config.longestPollWait()) > 0 ? config.longestPollWait() : longer;
    }

    private Reading exchange(Dialect dialect, Call call, Deadline deadline) throws InterruptedException {
        return switch (egress.send(call, deadline)) {
            case Fetched.Failure failure -> new Reading.Unusable(failure.code(), failure.detail());
            case Fetched.Response response when response.isSuccess() -> read(dialect, response.text());
            case Fetched.Response response ->
                new Reading.Unusable(FailureCode.HTTP_STATUS, "the agent answered with status " + response.status());
        };
    }

    private Reading read(Dialect dialect, String text) {
        try {
            return dialect.read(json.readTree(text));
        } catch (JsonProcessingException malformed) {
            return Reading.notUnderstood("the answer is not JSON");
        }
    }

    private static Answer answer(Reading reading, Duration latency) {
        return switch (reading) {
            case Reading.Text(String text, String contextId) ->
                new Answer.Said(Utterance.of(text), contextId, latency, Usage.NONE);
            case Reading.Unusable(FailureCode code, String detail) -> new Answer.Failed(code, detail, latency, Usage.NONE);
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
