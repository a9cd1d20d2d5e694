package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a GraphQL text into names and punctuation; comments, commas and the contents of strings go. */
public final class GraphQlTokens {

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private GraphQlTokens(String text) {
        this.text = text;
    }

    public static List<String> of(String text) {
        GraphQlTokens reader = new GraphQlTokens(text);
        while (reader.at < text.length()) {
            reader.step();
        }
        return reader.tokens;
    }

    public static boolean isNamePart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '#') {
            at = end(text.indexOf('\n', at), 1);
        } else if (text.startsWith("\"\"\"", at)) {
            at = end(text.indexOf("\"\"\"", at + 3), 3);
            tokens.add("\"");
        } else if (c == '"') {
            skipString();
        } else if (isNamePart(c)) {
            name();
        } else if (text.startsWith("...", at)) {
            tokens.add("...");
            at += 3;
        } else {
            if (!Character.isWhitespace(c) && c != ',' && c != '\uFEFF') {
                tokens.add(String.valueOf(c));
            }
            at++;
        }
    }

    private int end(int found, int length) {
        return found < 0 ? text.length() : found + length;
    }

    private void skipString() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        tokens.add("\"");
    }

    private void name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        tokens.add(text.substring(start, at));
    }
}
