package dev.touchstone.local.wandb.graphql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.touchstone.local.wandb.http.Json;

/** Reads arguments; variables become what the request says, else their defaults, and are left out where neither is there. */
final class Values {

    private final Parser parser;
    private final JsonNode variables;
    private final Map<String, JsonNode> defaults = new HashMap<>();

    Values(Parser parser, JsonNode variables) {
        this.parser = parser;
        this.variables = variables;
    }

    /** Reads what stands behind an operation's name: {@code ($a: Int = 1, $b: [String!]!)}. */
    void defaults() {
        if (!parser.peek().is("(")) {
            return;
        }
        parser.next();
        while (!parser.peek().is(")")) {
            parser.expect("$");
            String name = parser.name();
            parser.expect(":");
            skipType();
            if (parser.peek().is("=")) {
                parser.next();
                value().ifPresent(value -> defaults.put(name, value));
            }
        }
        parser.next();
    }

    private void skipType() {
        while (parser.peek().is("[")) {
            parser.next();
        }
        parser.name();
        while (parser.peek().is("!") || parser.peek().is("]")) {
            parser.next();
        }
    }

    ObjectNode arguments() {
        parser.expect("(");
        return members(")");
    }

    private ObjectNode members(String end) {
        ObjectNode members = Json.object();
        while (!parser.peek().is(end)) {
            String name = parser.name();
            parser.expect(":");
            value().ifPresent(value -> members.set(name, value));
        }
        parser.next();
        return members;
    }

    /** @return empty for a variable that has no value */
    private Optional<JsonNode> value() {
        Token token = parser.next();
        return switch (token.kind()) {
            case STRING -> Optional.of(TextNode.valueOf(token.text()));
            case NUMBER -> Optional.of(number(token.text()));
            case NAME -> Optional.of(constant(token.text()));
            case PUNCTUATOR, END -> composed(token);
        };
    }

    private Optional<JsonNode> composed(Token token) {
        return switch (token.text()) {
            case "$" -> variable(parser.name());
            case "{" -> Optional.of(members("}"));
            case "[" -> Optional.of(list());
            default -> throw new NotGraphQl("Syntax Error: unexpected \"" + token.text() + "\"");
        };
    }

    private ArrayNode list() {
        ArrayNode list = Json.array();
        while (!parser.peek().is("]")) {
            value().ifPresent(list::add);
        }
        parser.next();
        return list;
    }

    private Optional<JsonNode> variable(String name) {
        return Optional.ofNullable(variables.get(name)).or(() -> Optional.ofNullable(defaults.get(name)));
    }

    private static JsonNode constant(String name) {
        return switch (name) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            case "null" -> NullNode.getInstance();
            default -> TextNode.valueOf(name);
        };
    }

    private static JsonNode number(String text) {
        return Json.parse("{\"n\":" + text + "}").map(parsed -> parsed.get("n"))
                .orElseThrow(() -> new NotGraphQl("Syntax Error: not a number: " + text));
    }
}
