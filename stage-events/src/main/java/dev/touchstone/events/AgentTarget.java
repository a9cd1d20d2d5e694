package dev.touchstone.events;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The agent under test, as a stage needs it.
 *
 * @param displayName from the card: hostile text, for display only
 * @param endpoint only ever called through the guarded way out
 * @param protocol how to speak to the endpoint
 * @param card the card as it was accepted
 * @param terms what else a call needs; left out of JSON where it needs nothing
 */
@RegisterForReflection
public record AgentTarget(String displayName, URI endpoint, Protocol protocol, ArtifactRef card,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Terms terms) {

    /** An agent that asks for nothing beyond its protocol. */
    public AgentTarget(String displayName, URI endpoint, Protocol protocol, ArtifactRef card) {
        this(displayName, endpoint, protocol, card, null);
    }

    /**
     * What an agent asks for beyond its protocol.
     *
     * @param tenant which of several behind one endpoint is meant, as its card says; opaque and hostile
     * @param credential the name of a secret, as {@code organization/name}; its value is known to sandbox-service alone
     * @param streaming whether the agent answers as it goes, by server-sent events
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Terms(@Nullable String tenant, @Nullable String credential, boolean streaming) {

        /** As of an agent that asks for nothing. */
        public static final Terms NONE = new Terms(null, null, false);
    }

    /** The protocols that an agent under test can speak. */
    public enum Protocol {

        /** A2A 1.0 over JSON-RPC: method {@code SendMessage}, header {@code A2A-Version: 1.0}. */
        A2A_1_0("a2a-1.0"),
        /** A2A 1.0 over HTTP+JSON: {@code POST {endpoint}/message:send}, header {@code A2A-Version: 1.0}. */
        A2A_1_0_HTTP("a2a-1.0-http"),
        /** A2A 0.3 over JSON-RPC: method {@code message/send}. */
        A2A_0_3("a2a-0.3"),
        /** A2A 0.3 over HTTP+JSON: {@code POST {endpoint}/v1/message:send}. */
        A2A_0_3_HTTP("a2a-0.3-http"),
        /** {@code POST {"prompt": ...}}, answered by {@code response}, {@code output} or {@code text}. */
        PROMPT("prompt");

        private final String key;

        Protocol(String key) {
            this.key = key;
        }

        @JsonValue
        public String key() {
            return key;
        }

        @JsonCreator
        static Protocol of(String key) {
            for (Protocol protocol : values()) {
                if (protocol.key.equals(key)) {
                    return protocol;
                }
            }
            throw new IllegalArgumentException("There is no protocol '" + key + "'");
        }
    }
}
