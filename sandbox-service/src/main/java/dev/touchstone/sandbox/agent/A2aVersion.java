package dev.touchstone.sandbox.agent;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where the two generations of A2A differ, however they are carried. 1.0 dropped the {@code kind} of objects and renamed
 * methods, roles and states.
 *
 * @see <a href="https://a2a-protocol.org/latest/specification/">A2A specification</a>
 * @see <a href="https://a2a-protocol.org/v0.3.0/specification/">A2A specification 0.3</a>
 */
enum A2aVersion {

    V1_0("SendMessage", "SendStreamingMessage", "GetTask") {

        @Override
        Map<String, String> headers() {
            return Map.of("A2A-Version", "1.0");
        }

        @Override
        void configure(ObjectNode configuration) {
            configuration.put("returnImmediately", false);
        }
    },

    V0_3("message/send", "message/stream", "tasks/get") {

        @Override
        Map<String, String> headers() {
            return Map.of();
        }

        @Override
        void configure(ObjectNode configuration) {
            configuration.put("blocking", true);
        }
    };

    private final String send;
    private final String stream;
    private final String get;

    A2aVersion(String send, String stream, String get) {
        this.send = send;
        this.stream = stream;
        this.get = get;
    }

    /** The JSON-RPC method that says something to the agent. */
    String send(boolean streaming) {
        return streaming ? stream : send;
    }

    /** The JSON-RPC method that asks for a task. */
    String get() {
        return get;
    }

    /** What every request carries. Without a version an agent takes it for 0.3. */
    abstract Map<String, String> headers();

    /** Asks for the answer itself and not for a promise of one; an agent may still answer with a task that goes on. */
    abstract void configure(ObjectNode configuration);

    /** Makes a message the user's as Protocol Buffers are written in JSON. */
    static void describe(ObjectNode message, String parts, String text) {
        message.put("role", "ROLE_USER").putArray(parts).addObject().put("text", text);
    }

    /** A task's state, as 0.3 has it, of one as Protocol Buffers are written in JSON; empty for what is none. */
    static String state(String written) {
        String state = written.startsWith("TASK_STATE_") ? written.substring(11).toLowerCase(Locale.ROOT).replace('_', '-')
                : "";
        // 0.3 spelt it in two ways.
        return state.equals("cancelled") ? "canceled" : state;
    }
}
