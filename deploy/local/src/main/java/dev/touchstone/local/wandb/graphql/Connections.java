package dev.touchstone.local.wandb.graphql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Lists in pages, as all of GraphQL has them here: edges with nodes, and where to go on. */
final class Connections {

    private static final int PAGE = 50;

    private Connections() {
    }

    /** The page of the list that a field asks for by {@code first} and {@code after}. */
    static <T> Type page(String name, Field field, List<T> all, Function<T, Type> node) {
        int from = position(field.text("after", ""));
        int to = Math.min(all.size(), from + field.count("first", PAGE));
        List<Type> edges = IntStream.range(Math.min(from, to), to)
                .mapToObj(i -> new Type(name + "Edge").text("cursor", String.valueOf(i + 1))
                        .single("node", () -> node.apply(all.get(i))))
                .toList();
        Type info = new Type("PageInfo").text("endCursor", String.valueOf(to))
                .leaf("hasNextPage", () -> BooleanNode.valueOf(to < all.size()))
                .leaf("hasPreviousPage", () -> BooleanNode.valueOf(from > 0)).text("startCursor", String.valueOf(from));
        return new Type(name + "Connection").with("edges", asked -> new Type.Value.Many(edges))
                .single("pageInfo", () -> info).leaf("totalCount", () -> IntNode.valueOf(all.size()));
    }

    private static int position(String cursor) {
        return cursor.matches("\\d{1,9}") ? Integer.parseInt(cursor) : 0;
    }

    static Type.Value text(@Nullable String text) {
        return new Type.Value.Leaf(text == null ? null : TextNode.valueOf(text));
    }

    /** Clients read seconds; some stumble over more. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static Type.Value leaf(JsonNode json) {
        return new Type.Value.Leaf(json);
    }

    /** What mutations answer that have nothing to say. */
    static Type success(String type, boolean success) {
        return new Type(type).leaf("success", () -> BooleanNode.valueOf(success)).text("clientMutationId", null);
    }
}
