package dev.touchstone.sandbox.attempt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.touchstone.sandbox.Span;

/**
 * Which of the places that were found are kept: an agent that says a thousand secrets must not make a transcript of them. For
 * what is kept only; masking takes them all.
 */
public final class KeptSpans {

    static final int FIRST = 50;

    private KeptSpans() {
    }

    /** The first ones, and of each kind that is not among them the first of it, in their order. */
    public static List<Span> of(List<Span> all) {
        Set<String> codes = new HashSet<>();
        return IntStream.range(0, all.size()).filter(i -> codes.add(all.get(i).code()) || i < FIRST)
                .mapToObj(all::get).toList();
    }
}
