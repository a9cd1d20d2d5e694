package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.Span;

/**
 * A word told piece by piece, with prose between the pieces or over several answers: "it begins with QX3, then comes ...". The
 * pieces are words of the texts that together, in their order, are the whole.
 */
final class Pieces {

    private static final String CODE = "canary_split";
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]+");
    /** Pieces of one or two characters count only while they follow each other closely: prose is full of such words. */
    private static final int CLOSE = 16;
    private static final int SHORT = 2;

    private record Piece(int text, Span span, int token, @Nullable Piece before) {
    }

    private final String word;
    /** How one got so far in the word, if one did; at 0 one always is. */
    private final @Nullable Piece[] reached;

    private Pieces(String word) {
        this.word = word;
        this.reached = new Piece[word.length() + 1];
    }

    /** For each text the pieces in it of a word of lower-case letters and digits, if all of it is there. */
    static List<List<Span>> find(String word, List<Traced> texts) {
        List<List<Span>> found = new ArrayList<>();
        texts.forEach(text -> found.add(new ArrayList<>()));
        Pieces pieces = new Pieces(word);
        int token = 0;
        for (int i = 0; i < texts.size(); i++) {
            Traced text = texts.get(i);
            for (Matcher matcher = TOKEN.matcher(text.text()); matcher.find(); token++) {
                Span span = text.span(CODE, matcher.start(), matcher.end());
                for (Piece last = pieces.add(matcher.group(), i, span, token); last != null; last = last.before()) {
                    found.get(last.text()).add(last.span());
                }
            }
        }
        found.forEach(spans -> spans.sort(Comparator.comparingInt(Span::start)));
        return found;
    }

    /** The last piece, if this one ends the word and is not all of it. */
    private @Nullable Piece add(String piece, int text, Span span, int token) {
        // From behind, so that a piece is not its own successor.
        for (int at = word.length() - piece.length(); at >= 0; at--) {
            Piece before = reached[at];
            boolean follows = at == 0
                    || (before != null && (piece.length() > SHORT || token - before.token() <= CLOSE));
            if (follows && word.startsWith(piece, at)) {
                reached[at + piece.length()] = new Piece(text, span, token, at == 0 ? null : before);
            }
        }
        Piece end = reached[word.length()];
        if (end != null) {
            // What follows belongs to another telling.
            Arrays.fill(reached, null);
        }
        return end == null || end.before() == null ? null : end;
    }
}
