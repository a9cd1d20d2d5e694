package dev.touchstone.local.wandb.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** An object of the schema: its type's name, and its fields, computed when they are asked for. */
final class Type {

    /** What a field comes to. */
    sealed interface Value {

        /** A scalar, or JSON of ours that is answered as it is. */
        record Leaf(@Nullable JsonNode json) implements Value {
        }

        record Single(@Nullable Type type) implements Value {
        }

        record Many(List<Type> types) implements Value {
        }
    }

    private final String name;
    private final Map<String, Function<Field, Value>> fields = new HashMap<>();

    Type(String name) {
        this.name = name;
        leaf("__typename", () -> TextNode.valueOf(name));
    }

    String name() {
        return name;
    }

    Type leaf(String field, Supplier<@Nullable JsonNode> value) {
        return with(field, asked -> new Value.Leaf(value.get()));
    }

    Type text(String field, @Nullable String value) {
        return leaf(field, () -> value == null ? null : TextNode.valueOf(value));
    }

    Type single(String field, Supplier<@Nullable Type> value) {
        return with(field, asked -> new Value.Single(value.get()));
    }

    Type with(String field, Function<Field, Value> value) {
        fields.put(field, value);
        return this;
    }

    /** @return empty if there is no such field */
    Optional<Value> resolve(Field field) {
        return Optional.ofNullable(fields.get(field.name())).map(value -> value.apply(field));
    }
}
