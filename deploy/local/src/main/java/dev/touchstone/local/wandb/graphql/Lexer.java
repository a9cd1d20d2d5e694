package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a GraphQL text into tokens; comments, commas and white space go. */
final class Lexer {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** @throws NotGraphQl if a string does not end */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.step();
        }
        lexer.tokens.add(new Token(Token.Kind.END, ""));
        return lexer.tokens;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '#') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        } else if (text.startsWith("\"\"\"", at)) {
            blockString();
        } else if (c == '"') {
            string();
        } else if (isNamePart(c) || c == '-') {
            word(c);
        } else if (text.startsWith("...", at)) {
            tokens.add(new Token(Token.Kind.PUNCTUATOR, "..."));
            at += 3;
        } else {
            if (!Character.isWhitespace(c) && c != ',' && c != '\uFEFF') {
                tokens.add(new Token(Token.Kind.PUNCTUATOR, String.valueOf(c)));
            }
            at++;
        }
    }

    private void word(char first) {
        int start = at++;
        boolean number = first == '-' || (first >= '0' && first <= '9');
        while (at < text.length() && (isNamePart(text.charAt(at)) || (number && "+-.".indexOf(text.charAt(at)) >= 0))) {
            at++;
        }
        tokens.add(new Token(number ? Token.Kind.NUMBER : Token.Kind.NAME, text.substring(start, at)));
    }

    private void blockString() {
        int end = text.indexOf("\"\"\"", at + 3);
        if (end < 0) {
            throw new NotGraphQl("a string does not end");
        }
        tokens.add(new Token(Token.Kind.STRING, text.substring(at + 3, end).strip()));
        at = end + 3;
    }

    private void string() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            value.append(text.charAt(at) == '\\' ? escape() : text.charAt(at));
            at++;
        }
        if (at >= text.length()) {
            throw new NotGraphQl("a string does not end");
        }
        tokens.add(new Token(Token.Kind.STRING, value.toString()));
        at++;
    }

    private char escape() {
        at++;
        char c = at < text.length() ? text.charAt(at) : '"';
        if (c == 'u' && at + 4 < text.length() && text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
        }
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }

    private static boolean isNamePart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
