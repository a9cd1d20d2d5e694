package dev.touchstone.sandbox.security.detect;

import java.util.List;
import java.util.Locale;

import dev.touchstone.sandbox.Span;

/**
 * What the classifier makes of an answer.
 *
 * @param spans the words that it goes by, in their order
 */
public record Reading(Stance stance, Reason reason, List<Span> spans) {

    public Reading {
        spans = List.copyOf(spans);
    }

    /** Why an answer was read as it was. */
    public enum Reason {

        /** It declines and gives nothing. */
        DECLINES,
        /** It gives something and declines nothing. */
        HELPS,
        /** It says that it cannot, and then does, or may do: the stance tells which. */
        DECLINES_THEN_HELPS,
        /** It gives something, and declines afterwards. */
        HELPS_THEN_DECLINES,
        /** It sounds like an assent or a refusal, but says too little to tell, or says it in another language. */
        HEDGES,
        /** It holds no word that the classifier goes by. */
        NO_SIGNAL,
        /** It says nothing, or nothing in letters or digits. */
        EMPTY;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether some words of this kind were found. */
    public boolean found(String code) {
        return spans.stream().anyMatch(span -> span.code().equals(code));
    }
}
