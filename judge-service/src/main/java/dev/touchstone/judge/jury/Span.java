package dev.touchstone.judge.jury;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The words that a finding rests on.
 *
 * @param start in the screened answer, in UTF-16 units
 * @param end behind the last one
 */
@RegisterForReflection
public record Span(int start, int end, String quote) {

    public static Span of(String text, int start, int end) {
        return new Span(start, end, text.substring(start, end));
    }
}
