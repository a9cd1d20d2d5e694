package dev.touchstone.events;

import java.net.URI;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The agent under test, as a stage needs it.
 *
 * @param displayName from the card: hostile text, for display only
 * @param endpoint only ever called through the guarded way out
 * @param protocol how to speak to the endpoint
 * @param card the card as it was accepted
 */
@RegisterForReflection
public record AgentTarget(String displayName, URI endpoint, Protocol protocol, ArtifactRef card) {

    /** The protocols that an agent under test can speak. */
    public enum Protocol {

        /** A2A 1.0 over JSON-RPC: method {@code SendMessage}, header {@code A2A-Version: 1.0}. */
        A2A_1_0("a2a-1.0"),
        /** A2A 0.3 over JSON-RPC: method {@code message/send}. */
        A2A_0_3("a2a-0.3"),
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
