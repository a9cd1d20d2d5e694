package dev.touchstone.sandbox.agent;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.sandbox.egress.Call;

/**
 * A2A over plain HTTP and JSON. Both versions write JSON as Protocol Buffers do; 0.3 has the parts of a message under another
 * name than everywhere else, and its paths below {@code /v1}.
 */
record HttpJson(A2aVersion version) implements A2aBinding {

    private static final String MEDIA_TYPE = "application/a2a+json";

    @Override
    public void describe(ObjectNode message, String text) {
        A2aVersion.describe(message, switch (version) {
            case V1_0 -> "parts";
            case V0_3 -> "content";
        }, text);
    }

    @Override
    public Call send(Endpoint to, ObjectNode request, boolean streaming) {
        Map<String, String> headers = new HashMap<>(version.headers());
        if (version == A2aVersion.V1_0) {
            headers.put("Content-Type", MEDIA_TYPE);
            headers.put("Accept", streaming ? "text/event-stream, " + MEDIA_TYPE : MEDIA_TYPE + ", application/json");
            if (to.tenant() != null) {
                request.put("tenant", to.tenant());
            }
        }
        return to.below(root() + (streaming ? "/message:stream" : "/message:send")).post(headers, request);
    }

    @Override
    public Call get(Endpoint to, String taskId) {
        Endpoint task = to.below(root() + "/tasks/" + encoded(taskId));
        if (version == A2aVersion.V0_3) {
            return task.get(version.headers());
        }
        Map<String, String> headers = new HashMap<>(version.headers());
        headers.put("Accept", MEDIA_TYPE + ", application/json");
        return (to.tenant() == null ? task : task.asking("tenant", encoded(to.tenant()))).get(headers);
    }

    private String root() {
        return switch (version) {
            case V1_0 -> "";
            case V0_3 -> "/v1";
        };
    }

    /** A slash of the agent's choice must not lead elsewhere, nor must an id of dots. */
    private static String encoded(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
    }

    /** As google.rpc.Status writes it, as RFC 9457 does, or bare. */
    @Override
    public Optional<Reading.Unusable> error(JsonNode answer) {
        boolean wrapped = answer.path("error").isObject();
        boolean said = answer.path("task").isObject() || answer.path("message").isObject() || answer.path("status").isObject();
        JsonNode error = wrapped ? answer.path("error") : answer;
        String words = error.path("message").asText(error.path("detail").asText(error.path("title").asText("")));
        if (said || (!wrapped && words.isEmpty())) {
            return Optional.empty();
        }
        String code = error.path("code").asText(error.path("status").asText(""));
        return Optional.of(Reading.agentError("the agent reported error " + Reading.line(code)).quoting(words)
                .quoting(details(error)));
    }

    private static String details(JsonNode error) {
        return error.path("details").isContainerNode() ? error.path("details").toString() : "";
    }

    @Override
    public JsonNode result(JsonNode answer) {
        return answer;
    }

    @Override
    public String state(String written) {
        return A2aVersion.state(written);
    }
}
