package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What an answer needs to know of a GraphQL text: the operation's name, and under which key each root field is expected.
 * What is selected below the root is not read; every field of an operation is answered.
 *
 * @param keys field to response key; they differ where the query gives an alias
 */
public record GraphQlOperation(String name, Map<String, String> keys) {

    private static final List<String> KINDS = List.of("query", "mutation", "subscription");

    public GraphQlOperation {
        keys = Map.copyOf(keys);
    }

    /**
     * @param wanted the operation to take where the text has several; null or empty for the first
     * @return empty if there is none (of that name)
     */
    public static Optional<GraphQlOperation> find(String text, @Nullable String wanted) {
        String name = Objects.requireNonNullElse(wanted, "");
        return new Reader(GraphQlTokens.of(text)).operations().stream()
                .filter(operation -> name.isEmpty() || operation.name().equals(name))
                .findFirst();
    }

    public String keyOf(String field) {
        return keys.getOrDefault(field, field);
    }

    /** Walks over the tokens of a document. */
    private static final class Reader {

        private final List<String> tokens;
        private int at;

        Reader(List<String> tokens) {
            this.tokens = tokens;
        }

        List<GraphQlOperation> operations() {
            List<GraphQlOperation> found = new ArrayList<>();
            while (at < tokens.size()) {
                String first = tokens.get(at);
                String second = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
                skipTo("{");
                Map<String, String> keys = selection();
                if (KINDS.contains(first)) {
                    found.add(new GraphQlOperation(isName(second) ? second : "", keys));
                } else if (first.equals("{")) {
                    found.add(new GraphQlOperation("", keys));
                }
            }
            return found;
        }

        private void skipTo(String token) {
            int parentheses = 0;
            while (at < tokens.size() && !(parentheses == 0 && tokens.get(at).equals(token))) {
                parentheses += nesting(tokens.get(at), "(", ")");
                at++;
            }
        }

        /** Reads from one opening brace to its closing one. */
        private Map<String, String> selection() {
            Map<String, String> keys = new LinkedHashMap<>();
            int braces = 0;
            int parentheses = 0;
            do {
                String token = at < tokens.size() ? tokens.get(at) : "}";
                braces += parentheses == 0 ? nesting(token, "{", "}") : 0;
                parentheses += nesting(token, "(", ")");
                if (braces == 1 && parentheses == 0 && isName(token)) {
                    field(keys);
                }
                at++;
            } while (braces > 0 && at <= tokens.size());
            return keys;
        }

        private void field(Map<String, String> keys) {
            String key = tokens.get(at);
            boolean alias = at + 2 < tokens.size() && tokens.get(at + 1).equals(":");
            if (alias) {
                at += 2;
            }
            if (!tokens.get(at - 1).equals("@") && !tokens.get(at - 1).equals("...")) {
                keys.putIfAbsent(tokens.get(at), key);
            }
        }

        private static int nesting(String token, String opening, String closing) {
            if (token.equals(opening)) {
                return 1;
            }
            return token.equals(closing) ? -1 : 0;
        }

        private static boolean isName(String token) {
            return !token.isEmpty() && GraphQlTokens.isNamePart(token.charAt(0));
        }
    }
}
