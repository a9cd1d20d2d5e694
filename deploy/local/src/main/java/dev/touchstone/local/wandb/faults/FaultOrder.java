package dev.touchstone.local.wandb.faults;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

/** A fault that was ordered, and whom it is meant for. Guarded by {@link Faults}. */
final class FaultOrder {

    /** How often it strikes where {@code times} is {@code "always"}. */
    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final List<String> TARGETS = List.of("any", "graphql", "file_stream", "upload", "oidc");

    private final String id;
    private final Fault fault;
    private final JsonNode wish;
    private final Random random;
    private int left;
    private int spared;
    private int struck;

    private FaultOrder(String id, Fault fault, JsonNode wish) {
        this.id = id;
        this.fault = fault;
        this.wish = wish;
        this.random = new Random(wish.path("seed").asLong());
        this.left = wish.path("times").asText().equals("always") ? ALWAYS : wish.path("times").asInt(1);
        this.spared = wish.path("after").asInt(0);
    }

    /** @return empty if the wish makes no sense */
    static Optional<FaultOrder> of(String id, JsonNode wish) {
        boolean meaningful = TARGETS.contains(Json.text(wish, "target", "any"))
                && wish.path("after").asInt(0) >= 0 && share(wish) >= 0 && share(wish) <= 1;
        return FaultKinds.of(wish).filter(fault -> meaningful).map(fault -> new FaultOrder(id, fault, wish))
                .filter(order -> order.left > 0);
    }

    static String expected() {
        return "expected kind (one of " + FaultKinds.NAMES + "; status needs status 200..599), target (one of " + TARGETS
                + "), times (1 or more, or \"always\"), after (0 or more), probability (0..1)";
    }

    /** Whether it strikes this request; then one of its times is used up. */
    boolean strikes(Subject subject) {
        if (left == 0 || !isMeantFor(subject)) {
            return false;
        }
        if (spared > 0) {
            spared--;
            return false;
        }
        if (random.nextDouble() >= share(wish)) {
            return false;
        }
        left -= left == ALWAYS ? 0 : 1;
        struck++;
        return true;
    }

    private boolean isMeantFor(Subject subject) {
        return fits("target", subject.target()) && fits("operation", subject.operation()) && fits("run", subject.run())
                && subject.path().contains(Json.text(wish, "path", ""));
    }

    private boolean fits(String member, String value) {
        String wanted = Json.text(wish, member, "");
        return wanted.isEmpty() || wanted.equals(value) || (member.equals("target") && wanted.equals("any"));
    }

    private static double share(JsonNode wish) {
        return wish.path("probability").asDouble(1);
    }

    String id() {
        return id;
    }

    Fault fault() {
        return fault;
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("id", id).put("fault", fault.toString()).put("struck", struck);
        json.set("order", wish);
        return left == ALWAYS ? json.put("left", "always") : json.put("left", left);
    }
}
