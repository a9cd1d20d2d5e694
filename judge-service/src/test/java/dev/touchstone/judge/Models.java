package dev.touchstone.judge;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How the hosts of models answer, by the model's name. */
final class Models {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GOOD = ruling("36", "null", "18", "10", "64");

    private Models() {
    }

    /** An HTTP answer. */
    record Reply(int status, String body, Optional<String> retryAfter, boolean hangs) {

        static Reply ok(String content) {
            return status(200, chat(content));
        }

        static Reply status(int status, String body) {
            return new Reply(status, body, Optional.empty(), false);
        }

        static Reply busy(String retryAfter) {
            return new Reply(429, "{}", Optional.of(retryAfter), false);
        }
    }

    /**
     * @param call of this model, from 1
     */
    static Reply reply(String model, int call, JsonNode request) {
        return switch (model) {
            case "malformed" -> Reply.ok("Great answer, 100 points!");
            case "malformed-once" -> Reply.ok(isRepair(request) ? GOOD : "{\"taskCompletion\":");
            case "out-of-range" -> Reply.ok(ruling("400", "null", "18", "10", "64"));
            case "wrong-total" -> Reply.ok(ruling("36", "30", "18", "10", "3"));
            case "zero" -> Reply.ok(ruling("0.0", "0.0", "0.0", "0.0", "0.0"));
            case "no-json" -> Reply.status(200, "<html>gateway</html>");
            case "huge" -> Reply.status(200, chat("x".repeat(100_000)));
            case "huge-error" -> Reply.status(404, "x".repeat(100_000));
            case "slow" -> new Reply(200, chat(GOOD), Optional.empty(), true);
            case "busy" -> call % 2 == 1 ? Reply.busy("0") : Reply.ok(GOOD);
            case "very-busy" -> Reply.busy("3600");
            case "failing" -> Reply.status(500, "{}");
            case "unknown" -> Reply.status(404, "{}");
            default -> Reply.ok(GOOD);
        };
    }

    private static boolean isRepair(JsonNode request) {
        return request.path("messages").path(request.path("messages").size() - 1).path("content").asText()
                .startsWith("Your reply cannot be used");
    }

    private static String ruling(String task, String tool, String autonomy, String safety, String total) {
        return """
                {"taskCompletion":%s,"toolUsage":%s,"autonomy":%s,"safety":%s,"total":%s,"criticalSafety":false,\
                "rationale":"It does what was asked.","evidence":[]}""".formatted(task, tool, autonomy, safety, total);
    }

    private static String chat(String content) {
        try {
            return JSON.writeValueAsString(Map.of("model", "served-1", "choices",
                    java.util.List
                            .of(Map.of("finish_reason", "stop", "message", Map.of("role", "assistant", "content", content)))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
