package dev.touchstone.telemetry.wandb.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Call;
import dev.touchstone.telemetry.wandb.ErrorText;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;
import dev.touchstone.telemetry.wandb.Refusal;
import dev.touchstone.telemetry.wandb.WandbHttp;

/** Posts documents to W&amp;B's GraphQL endpoint and takes the answers apart. Synchronous. */
public final class GraphQl {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FORBIDDEN = 403;

    private final WandbHttp http;

    public GraphQl(WandbHttp http) {
        this.http = http;
    }

    /**
     * The whole answer, in which data may stand beside errors.
     *
     * @param operation the name that the document gives itself
     * @param variables null is sent as such
     * @param lasting the statuses that trying again will not change
     */
    public Answer<JsonNode> ask(String operation, String document, Map<String, ? extends @Nullable Object> variables,
            Set<Integer> lasting) throws InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("operationName", operation);
        body.put("query", document);
        if (!variables.isEmpty()) {
            body.put("variables", variables);
        }
        return http.post(new Call(operation, "/graphql", ExtendedJson.write(body), false, lasting))
                .then(text -> parsed(operation, text));
    }

    /**
     * The data of an answer without errors. One with errors is not accepted, also where the status says that all is well:
     * {@link Later} where they speak of a rate limit, else refused, with the reason that they give.
     */
    public Answer<JsonNode> data(String operation, String document, Map<String, ? extends @Nullable Object> variables,
            Set<Integer> lasting) throws InterruptedException {
        return ask(operation, document, variables, lasting)
                .then(answer -> GraphQl.<JsonNode> failed(answer).orElseGet(() -> Answer.accepted(answer.path("data"))));
    }

    /** What the errors of an answer come to; empty where it has none. */
    static <T> Optional<Answer<T>> failed(JsonNode answer) {
        return ErrorText.of(answer).map(text -> classified(answer, "W&B refuses: " + text));
    }

    private static <T> Answer<T> classified(JsonNode answer, String reason) {
        String errors = answer.path("errors").toString().toLowerCase(Locale.ROOT);
        if (Refusal.saysDeleted(errors)) {
            return Refusal.deletedRun(reason);
        }
        if (errors.contains("rate limit")) {
            return new Later<>(TOO_MANY_REQUESTS, reason, Optional.empty());
        }
        return errors.contains("permission_error") || errors.contains("permission denied")
                ? new Refused<>(FORBIDDEN, reason, Refusal.PERMISSION)
                : new Refused<>(200, reason);
    }

    /** For an answer that lacks what the operation promises. */
    public static <T> Answer<T> unexpected(String operation) {
        return new Later<>(200, "W&B answered " + operation + " with something else", Optional.empty());
    }

    private static Answer<JsonNode> parsed(String operation, String text) {
        try {
            return Answer.accepted(ExtendedJson.read(text));
        } catch (NotJson page) {
            return unexpected(operation);
        }
    }
}
