package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

/**
 * Reads a GraphQL document. Fragments are put in where they are spread, whatever type they are on: a field that an object
 * does not have is not answered. What {@code @skip} and {@code @include} take away is gone.
 */
final class Parser {

    private static final List<String> KINDS = List.of("query", "mutation", "subscription");

    private final List<Token> tokens;
    private final Values values;
    private final Map<String, Integer> fragments = new HashMap<>();
    private int at;
    private int depth;

    private Parser(List<Token> tokens, JsonNode variables) {
        this.tokens = tokens;
        this.values = new Values(this, variables);
    }

    /**
     * @param wanted the operation to take where there are several; null or empty for the first
     * @throws NotGraphQl if the text is no document, or has no such operation
     */
    static Operation parse(String text, @Nullable String wanted, JsonNode variables) {
        return new Parser(Lexer.tokens(text), variables).operation(Objects.requireNonNullElse(wanted, ""));
    }

    private Operation operation(String wanted) {
        List<Integer> starts = starts();
        for (int start : starts) {
            at = start;
            String kind = peek().is("{") ? "query" : next().text();
            String name = peek().kind() == Token.Kind.NAME ? next().text() : "";
            if (wanted.isEmpty() || name.equals(wanted)) {
                values.defaults();
                directives();
                return new Operation(kind.equals("mutation"), name, selection());
            }
        }
        throw new NotGraphQl("the body has no GraphQL operation" + (wanted.isEmpty() ? "" : " " + wanted));
    }

    /** Where operations begin; on the way, where fragments do. */
    private List<Integer> starts() {
        List<Integer> starts = new ArrayList<>();
        while (peek().kind() != Token.Kind.END) {
            if (peek().isName("fragment")) {
                fragments.put(tokens.get(Math.min(at + 1, tokens.size() - 1)).text(), at);
            } else if (peek().is("{") || (peek().kind() == Token.Kind.NAME && KINDS.contains(peek().text()))) {
                starts.add(at);
            }
            skipDefinition();
        }
        return starts;
    }

    private void skipDefinition() {
        int braces = 0;
        int parentheses = 0;
        do {
            Token token = next();
            parentheses += nesting(token, "(", ")");
            braces += parentheses == 0 ? nesting(token, "{", "}") : 0;
            if (braces == 0 && parentheses == 0 && token.is("}")) {
                return;
            }
        } while (peek().kind() != Token.Kind.END);
    }

    private static int nesting(Token token, String opening, String closing) {
        if (token.is(opening)) {
            return 1;
        }
        return token.is(closing) ? -1 : 0;
    }

    private List<Field> selection() {
        expect("{");
        // A fragment that spreads itself, or a text made to exhaust the stack.
        if (++depth > 64) {
            throw new NotGraphQl("selections are nested too deep");
        }
        List<Field> fields = new ArrayList<>();
        while (!peek().is("}")) {
            if (peek().is("...")) {
                next();
                fields.addAll(spread());
            } else {
                field(fields);
            }
        }
        next();
        depth--;
        return merged(fields);
    }

    private void field(List<Field> fields) {
        String key = name();
        String name = peek().is(":") ? nameAfterColon() : key;
        ObjectNode arguments = peek().is("(") ? values.arguments() : Json.object();
        boolean included = directives();
        Field field = new Field(key, name, arguments, peek().is("{") ? selection() : List.of());
        if (included) {
            fields.add(field);
        }
    }

    private String nameAfterColon() {
        next();
        return name();
    }

    private List<Field> spread() {
        if (peek().kind() == Token.Kind.NAME && !peek().text().equals("on")) {
            String fragment = name();
            boolean included = directives();
            return included ? fragment(fragment) : List.of();
        }
        if (peek().isName("on")) {
            next();
            name();
        }
        boolean included = directives();
        List<Field> fields = selection();
        return included ? fields : List.of();
    }

    private List<Field> fragment(String name) {
        Integer start = fragments.get(name);
        if (start == null) {
            throw new NotGraphQl("Unknown fragment \"" + name + "\"");
        }
        int back = at;
        // fragment Name on Type
        at = start + 4;
        directives();
        List<Field> fields = selection();
        at = back;
        return fields;
    }

    /** The same key may be selected several times, by fragments above all; it is answered once with all that is wanted. */
    private static List<Field> merged(List<Field> fields) {
        Map<String, Field> merged = new LinkedHashMap<>();
        for (Field field : fields) {
            merged.merge(field.key(), field, (first, second) -> {
                List<Field> both = new ArrayList<>(first.selection());
                both.addAll(second.selection());
                return new Field(first.key(), first.name(), first.arguments(), merged(both));
            });
        }
        return new ArrayList<>(merged.values());
    }

    /** @return whether what they stand at is wanted */
    private boolean directives() {
        boolean wanted = true;
        while (peek().is("@")) {
            next();
            String directive = name();
            boolean condition = peek().is("(") && values.arguments().path("if").asBoolean();
            wanted &= switch (directive) {
                case "include" -> condition;
                case "skip" -> !condition;
                default -> true;
            };
        }
        return wanted;
    }

    Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    void expect(String punctuator) {
        Token token = next();
        if (!token.is(punctuator)) {
            throw new NotGraphQl("Syntax Error: expected " + punctuator + ", found \"" + token.text() + "\"");
        }
    }

    String name() {
        Token token = next();
        if (token.kind() != Token.Kind.NAME) {
            throw new NotGraphQl("Syntax Error: expected a name, found \"" + token.text() + "\"");
        }
        return token.text();
    }
}
