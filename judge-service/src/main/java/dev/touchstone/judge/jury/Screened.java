package dev.touchstone.judge.jury;

import java.util.List;

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
}
