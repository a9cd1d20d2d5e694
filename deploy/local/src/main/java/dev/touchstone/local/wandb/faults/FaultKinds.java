package dev.touchstone.local.wandb.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

/** The kinds of faults by name: the general ones, and the answers that the service is known to give. */
final class FaultKinds {

    static final List<String> NAMES = List.of("status", "reset", "slow", "drip", "truncate", "stopped", "not-json",
            "rate-limited", "malformed-token", "forbidden", "duplicate-entry", "too-large");

    private FaultKinds() {
    }

    /** @return empty if there is no such kind, or it lacks something */
    static Optional<Fault> of(JsonNode order) {
        boolean stored = order.path("stored").asBoolean(false);
        return switch (Json.text(order, "kind", "")) {
            case "status" -> status(order);
            case "reset" -> Optional.of(new Fault.Reset(order.path("stored").asBoolean(true)));
            case "slow" -> Optional.of(new Fault.Slow(Duration.ofMillis(order.path("delayMillis").asLong(1_000))));
            case "drip" -> Optional.of(new Fault.Drip(Duration.ofMillis(order.path("delayMillis").asLong(20))));
            case "truncate" -> Optional.of(new Fault.Truncate());
            case "stopped" -> Optional.of(new Fault.Stop());
            case "not-json" -> Optional.of(new Fault.Refuse(200, Map.of("Content-Type", "text/html"),
                    "<html><body>please wait</body></html>", stored));
            case "rate-limited" -> Optional.of(new Fault.Refuse(429, headers(order), error("rate limit exceeded"), stored));
            case "malformed-token" -> Optional.of(new Fault.Refuse(401, headers(order), error("Malformed token"), stored));
            case "forbidden" -> Optional.of(new Fault.Refuse(403, headers(order), denied(), stored));
            case "duplicate-entry" -> Optional.of(new Fault.Refuse(409, headers(order), duplicate(), stored));
            case "too-large" -> Optional.of(new Fault.Refuse(413, headers(order), error("request entity too large"), stored));
            default -> Optional.empty();
        };
    }

    private static Optional<Fault> status(JsonNode order) {
        int status = order.path("status").asInt();
        if (status < 200 || status > 599) {
            return Optional.empty();
        }
        String body = Json.text(order, "body", error("fault on order: " + status));
        return Optional.of(new Fault.Refuse(status, headers(order), body, order.path("stored").asBoolean(false)));
    }

    /** {@code retryAfter} and {@code rateLimit} are short for the headers that come with a 429. */
    private static Map<String, String> headers(JsonNode order) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        if (order.has("retryAfter")) {
            headers.put("Retry-After", order.path("retryAfter").asText());
        }
        order.path("rateLimit").properties().forEach(member -> headers.put(
                "RateLimit-" + member.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                        + member.getKey().substring(1),
                member.getValue().asText()));
        order.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private static String error(String message) {
        return Json.write(Json.object().put("error", message));
    }

    private static String denied() {
        ObjectNode answer = Json.object();
        ObjectNode error = answer.putArray("errors").addObject().put("message", "permission denied");
        error.putArray("path").add("upsertBucket");
        error.putObject("extensions").put("code", "PERMISSION_ERROR");
        answer.putNull("data");
        return Json.write(answer);
    }

    /** What two clients that create the same run at the same moment are told. */
    private static String duplicate() {
        ObjectNode answer = Json.object();
        answer.putArray("errors").addObject()
                .put("message", "Error 1062 (23000): Duplicate entry 'run' for key 'runs.PRIMARY'")
                .putArray("path").add("upsertBucket");
        answer.putNull("data");
        return Json.write(answer);
    }
}
