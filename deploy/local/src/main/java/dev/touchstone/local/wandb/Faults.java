package dev.touchstone.local.wandb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** The faults that were ordered: each strikes the next requests that it is meant for, in the order of the orders. */
final class Faults {

    /**
     * An order.
     *
     * @param target {@code graphql}, {@code file_stream}, {@code upload} or {@code any}
     * @param operation of GraphQL, or empty for all
     */
    private record Order(Fault fault, String target, String operation, int left) {

        boolean meets(String otherTarget, String otherOperation) {
            return (target.equals("any") || target.equals(otherTarget))
                    && (operation.isEmpty() || operation.equals(otherOperation));
        }
    }

    private static final List<String> TARGETS = List.of("any", "graphql", "file_stream", "upload");

    private final List<Order> orders = new ArrayList<>();

    /** @return what is wrong with the order, or an empty text if it was taken */
    synchronized String order(JsonNode body) {
        Optional<Fault> fault = fault(body);
        String target = Json.text(body, "target", "any");
        int times = body.path("times").asInt(1);
        if (fault.isEmpty() || !TARGETS.contains(target) || times < 1) {
            return "expected kind (status with status 200..599, reset, slow), times (1 or more), target (one of " + TARGETS
                    + ")";
        }
        orders.add(new Order(fault.get(), target, Json.text(body, "operation", ""), times));
        return "";
    }

    private static Optional<Fault> fault(JsonNode body) {
        return switch (Json.text(body, "kind", "")) {
            case "status" -> refusal(body);
            case "reset" -> Optional.of(new Fault.Reset());
            case "slow" -> Optional.of(new Fault.Slow(Duration.ofMillis(body.path("delayMillis").asLong(1_000))));
            default -> Optional.empty();
        };
    }

    private static Optional<Fault> refusal(JsonNode body) {
        int status = body.path("status").asInt();
        if (status < 200 || status > 599) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        for (var header : body.path("headers").properties()) {
            headers.put(header.getKey(), header.getValue().asText());
        }
        if (body.has("retryAfter")) {
            headers.put("Retry-After", body.path("retryAfter").asText());
        }
        String text = Json.text(body, "body", Json.write(Json.object().put("error", "fault on order: " + status)));
        return Optional.of(new Fault.Refuse(status, headers, text));
    }

    /** The fault that strikes this request; its order is used up by one. */
    synchronized Optional<Fault> next(String target, String operation) {
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (order.meets(target, operation)) {
                use(i, order);
                return Optional.of(order.fault());
            }
        }
        return Optional.empty();
    }

    private void use(int index, Order order) {
        if (order.left() == 1) {
            orders.remove(index);
        } else {
            orders.set(index, new Order(order.fault(), order.target(), order.operation(), order.left() - 1));
        }
    }

    synchronized void clear() {
        orders.clear();
    }

    synchronized ArrayNode toJson() {
        ArrayNode all = Json.array();
        for (Order order : orders) {
            all.addObject().put("fault", order.fault().toString()).put("target", order.target())
                    .put("operation", order.operation()).put("left", order.left());
        }
        return all;
    }
}
