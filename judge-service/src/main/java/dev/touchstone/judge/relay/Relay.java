package dev.touchstone.judge.relay;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.judge.jury.Tokens;

/** Asks the agent through the guarded way out; this service itself never connects to a submitted address. */
@ApplicationScoped
public class Relay {

    private final RelayClient client;

    Relay(@RestClient RelayClient client) {
        this.client = client;
    }

    /**
     * Each question is a conversation of its own, so that no answer depends on an earlier one.
     *
     * @throws RelayUnavailable if the relay does not answer, or not as agreed
     */
    public Answer ask(AgentTarget agent, String text) {
        try {
            return answer(
                    client.message(new RelayClient.Message(agent.endpoint(), agent.protocol(), text, null, agent.terms())));
        } catch (WebApplicationException refused) {
            throw new RelayUnavailable("the relay answered " + refused.getResponse().getStatus(), refused);
        } catch (ProcessingException unreachable) {
            throw new RelayUnavailable("the relay cannot be reached", unreachable);
        }
    }

    private static Answer answer(RelayClient.Reply reply) {
        if ("answered".equals(reply.outcome()) && reply.text() != null) {
            return new Answer.Given(reply.text(), reply.toolCalls() == null ? List.of() : reply.toolCalls(),
                    reply.tokens() == null ? Tokens.UNKNOWN : reply.tokens(), reply.latencyMillis());
        }
        if ("failed".equals(reply.outcome())) {
            return new Answer.Missing(or(reply.code(), "unknown"), or(reply.detail(), ""), reply.refused(),
                    reply.latencyMillis());
        }
        throw new RelayUnavailable("the relay's answer is not as agreed", null);
    }

    private static String or(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
