package dev.touchstone.local.agents;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The two generations of A2A over JSON-RPC, as far as a message and its answer need them. */
enum Dialect {

    /** Methods have names like {@code SendMessage}, parts have no kind, and the version comes in a header. */
    A2A_1_0("SendMessage") {
        @Override
        boolean speaks(String versionHeader) {
            return versionHeader.equals("1.0") || versionHeader.startsWith("1.0.");
        }

        @Override
        ObjectNode result(String text, String contextId) {
            ObjectNode message = message("ROLE_AGENT", contextId);
            message.putArray("parts").addObject().put("text", text);
            return JSON.createObjectNode().set("message", message);
        }
    },

    /** Methods have names like {@code message/send}, and messages and parts say their kind. */
    A2A_0_3("message/send") {
        @Override
        boolean speaks(String versionHeader) {
            return versionHeader.isEmpty() || versionHeader.startsWith("0.3");
        }

        @Override
        ObjectNode result(String text, String contextId) {
            ObjectNode message = message("agent", contextId).put("kind", "message");
            message.putArray("parts").addObject().put("kind", "text").put("text", text);
            return message;
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String method;

    Dialect(String method) {
        this.method = method;
    }

    String method() {
        return method;
    }

    /**
     * @param versionHeader the value of {@code A2A-Version}, empty where there is none
     */
    abstract boolean speaks(String versionHeader);

    /** The member {@code result} of the answer. */
    abstract ObjectNode result(String text, String contextId);

    /** The text of all parts of the message. */
    static String text(JsonNode message) {
        StringBuilder text = new StringBuilder();
        message.path("parts").forEach(part -> text.append(text.isEmpty() ? "" : "\n").append(part.path("text").asText("")));
        return text.toString();
    }

    private static ObjectNode message(String role, String contextId) {
        return JSON.createObjectNode().put("messageId", UUID.randomUUID().toString()).put("contextId", contextId)
                .put("role", role);
    }
}
