package dev.touchstone.local.wandb.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

/** The faults that were ordered. A request is struck by the first order that is meant for it. */
public final class Faults {

    private final List<FaultOrder> orders = new ArrayList<>();
    private int ordered;

    /** @return the order as it was taken, or empty if it makes no sense; see {@link #expected} */
    public synchronized Optional<ObjectNode> order(JsonNode wish) {
        Optional<FaultOrder> order = FaultOrder.of("fault-" + (ordered + 1), wish);
        order.ifPresent(taken -> {
            ordered++;
            orders.add(taken);
        });
        return order.map(FaultOrder::toJson);
    }

    /** What an order must say. */
    public static String expected() {
        return FaultOrder.expected();
    }

    public synchronized boolean any() {
        return !orders.isEmpty();
    }

    /** The fault that strikes this request. */
    public synchronized Optional<Fault> next(Subject subject) {
        return orders.stream().filter(order -> order.strikes(subject)).findFirst().map(FaultOrder::fault);
    }

    /** @return whether there was one of this id */
    public synchronized boolean takeBack(String id) {
        return orders.removeIf(order -> order.id().equals(id));
    }

    public synchronized void clear() {
        orders.clear();
    }

    /** All orders, also those that are used up, with how often they struck. */
    public synchronized ArrayNode toJson() {
        ArrayNode all = Json.array();
        orders.forEach(order -> all.add(order.toJson()));
        return all;
    }
}
