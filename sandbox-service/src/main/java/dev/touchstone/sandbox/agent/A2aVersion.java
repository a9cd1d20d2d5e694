package dev.touchstone.sandbox.agent;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where the two generations of A2A differ on the wire. 1.0 dropped the {@code kind} of objects and renamed methods, roles
 * and states.
 *
 * @see <a href="https://a2a-protocol.org/latest/specification/">A2A specification</a>
 * @see <a href="https://a2a-protocol.org/v0.3.0/specification/">A2A specification 0.3</a>
 */
enum A2aVersion {

    V1_0("SendMessage", "GetTask") {

        @Override
        Map<String, String> headers() {
            return Map.of("A2A-Version", "1.0");
        }

        @Override
        void describe(ObjectNode message, ArrayNode parts, String text) {
            message.put("role", "ROLE_USER");
            parts.addObject().put("text", text);
        }

        @Override
        void configure(ObjectNode configuration) {
            configuration.put("returnImmediately", false);
        }

        @Override
        String state(String written) {
            return written.startsWith("TASK_STATE_") ? written.substring(11).toLowerCase(Locale.ROOT).replace('_', '-') : "";
        }
    },

    V0_3("message/send", "tasks/get") {

        @Override
        Map<String, String> headers() {
            return Map.of();
        }

        @Override
        void describe(ObjectNode message, ArrayNode parts, String text) {
            message.put("kind", "message").put("role", "user");
            parts.addObject().put("kind", "text").put("text", text);
        }

        @Override
        void configure(ObjectNode configuration) {
            configuration.put("blocking", true);
        }

        @Override
        String state(String written) {
            return written;
        }
    };

    private final String send;
    private final String get;

    A2aVersion(String send, String get) {
        this.send = send;
        this.get = get;
    }

    /** The method that says something to the agent. */
    String send() {
        return send;
    }

    /** The method that asks for a task. */
    String get() {
        return get;
    }

    /** What every request carries. Without a version an agent takes it for 0.3. */
    abstract Map<String, String> headers();

    /** Makes a message the user's, with this text as its only part. */
    abstract void describe(ObjectNode message, ArrayNode parts, String text);

    /** Asks for the answer itself and not for a promise of one; an agent may still answer with a task that goes on. */
    abstract void configure(ObjectNode configuration);

    /** A task's state as 0.3 wrote it; empty for what is none. */
    abstract String state(String written);
}
