package dev.touchstone.local.wandb.graphql;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

/** Answers a selection: what is selected and nothing else, under the keys that were asked for. */
final class Executor {

    private Executor() {
    }

    /** @throws NotGraphQl if a type has not what is selected */
    static ObjectNode select(Type type, List<Field> selection) {
        ObjectNode answer = Json.object();
        for (Field field : selection) {
            Type.Value value = type.resolve(field).orElseThrow(
                    () -> new NotGraphQl("Cannot query field \"" + field.name() + "\" on type \"" + type.name() + "\"."));
            answer.set(field.key(), answered(value, field.selection()));
        }
        return answer;
    }

    static @Nullable JsonNode answered(Type.Value value, List<Field> selection) {
        return switch (value) {
            case Type.Value.Leaf(JsonNode json) -> json;
            case Type.Value.Single(Type type) -> type == null ? null : select(type, selection);
            case Type.Value.Many(List<Type> types) -> list(types, selection);
        };
    }

    private static ArrayNode list(List<Type> types, List<Field> selection) {
        ArrayNode list = Json.array();
        types.forEach(type -> list.add(select(type, selection)));
        return list;
    }
}
