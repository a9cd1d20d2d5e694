package dev.touchstone.judge;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How the hosts of models answer, by the model's name. */
final class Models {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Models() {
    }

    /** An HTTP answer. */
    record Reply(int status, String body, Optional<String> retryAfter, boolean hangs) {

        static Reply ok(String servedBy, String content) {
            return status(200, chat(servedBy, content));
        }

        static Reply status(int status, String body) {
            return new Reply(status, body, Optional.empty(), false);
        }

        static Reply busy(String retryAfter) {
            return new Reply(429, "{}", Optional.of(retryAfter), false);
        }

        static Reply never() {
            return new Reply(200, "", Optional.empty(), true);
        }
    }

    /**
     * @param call of this model, from 1
     */
    static Reply reply(String model, int call, Prompt prompt) {
        return switch (model) {
            case "no-json" -> Reply.status(200, "<html>gateway</html>");
            case "huge" -> Reply.status(200, chat(model, "x".repeat(100_000)));
            case "huge-error" -> Reply.status(404, "x".repeat(100_000));
            case "slow" -> Reply.never();
            case "busy" -> call % 2 == 1 ? Reply.busy("0") : Reply.ok(model, Judgements.HIGH);
            case "busy-until" -> call % 2 == 1 ? Reply.busy(httpDate()) : Reply.ok(model, Judgements.HIGH);
            case "very-busy" -> Reply.busy("3600");
            case "failing" -> Reply.status(500, "{}");
            case "unknown" -> Reply.status(404, "{}");
            case "dated" -> Reply.ok("dated-2026-01-31", Judgements.HIGH);
            case "replaced" -> Reply.ok("small-1", Judgements.HIGH);
            default -> Reply.ok(model, Judgements.of(model, prompt));
        };
    }

    /** Now, so that nobody waits: a date of RFC 9110 has no fractions of a second. */
    private static String httpDate() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    }

    private static String chat(String servedBy, String content) {
        try {
            return JSON.writeValueAsString(Map.of("model", servedBy, "choices",
                    List.of(Map.of("finish_reason", "stop", "message", Map.of("role", "assistant", "content", content)))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
