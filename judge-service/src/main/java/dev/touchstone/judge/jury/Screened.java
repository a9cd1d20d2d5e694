package dev.touchstone.judge.jury;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An answer without its secrets. Only this is judged, stored and shown: all evidence refers to it.
 *
 * @param flags in the order of the text
 */
@RegisterForReflection
public record Screened(String text, List<Flag> flags) {

    public Screened {
        flags = List.copyOf(flags);
    }

    /**
     * The same with these flags too; the place of each is where the mark of what was masked stands, or else the end of the
     * text.
     *
     * @param names as {@code pattern:secret_key}
     */
    public Screened flagged(List<String> names) {
        Stream<Flag> more = names.stream().map(name -> new Flag(name, mark(name.substring(name.indexOf(':') + 1))));
        return new Screened(text, Stream.concat(flags.stream(), more).toList());
    }

    private Span mark(String code) {
        int end = text.indexOf(code + "]") + code.length() + 1;
        int start = text.lastIndexOf('[', end);
        return start < 0 || end <= code.length() ? new Span(text.length(), text.length(), "") : Span.of(text, start, end);
    }
}
