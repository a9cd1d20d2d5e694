package dev.touchstone.local.wandb.graphql;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

/**
 * A field that is selected.
 *
 * @param key under which the answer is expected: the alias, else the name
 * @param arguments with the variables put in
 * @param selection of what is wanted below it; empty for a scalar
 */
record Field(String key, String name, ObjectNode arguments, List<Field> selection) {

    Field {
        selection = List.copyOf(selection);
    }

    JsonNode argument(String argument) {
        return arguments.path(argument);
    }

    String text(String argument, String otherwise) {
        return Json.text(arguments, argument, otherwise);
    }

    /** What mutations take. */
    JsonNode input() {
        return arguments.path("input");
    }

    /** A number of things to take; the service gives as many where a client does not say. */
    int count(String argument, int otherwise) {
        JsonNode value = argument(argument);
        return value.canConvertToInt() && value.isNumber() ? Math.max(0, value.intValue()) : otherwise;
    }
}
