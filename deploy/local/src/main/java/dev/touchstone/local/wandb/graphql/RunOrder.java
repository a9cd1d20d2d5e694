package dev.touchstone.local.wandb.graphql;

import java.util.Comparator;

import com.fasterxml.jackson.databind.JsonNode;

/** Orders of runs, as {@code +created_at} or {@code -summary_metrics.loss}. Runs that lack the value come last. */
final class RunOrder {

    private RunOrder() {
    }

    static Comparator<RunProperties> by(String order) {
        boolean down = order.startsWith("-");
        String name = order.startsWith("+") || down ? order.substring(1) : order;
        Comparator<JsonNode> values = down ? RunOrder::compareDown : RunOrder::compare;
        return Comparator.comparing(run -> run.value(name), values);
    }

    private static int compareDown(JsonNode a, JsonNode b) {
        return isThere(a) && isThere(b) ? compare(b, a) : compare(a, b);
    }

    private static int compare(JsonNode a, JsonNode b) {
        if (!isThere(a) || !isThere(b)) {
            return Boolean.compare(!isThere(a), !isThere(b));
        }
        return a.isNumber() && b.isNumber() ? Double.compare(a.doubleValue(), b.doubleValue())
                : a.asText().compareTo(b.asText());
    }

    private static boolean isThere(JsonNode value) {
        return value.isValueNode() && !value.isNull() && !value.isMissingNode();
    }
}
