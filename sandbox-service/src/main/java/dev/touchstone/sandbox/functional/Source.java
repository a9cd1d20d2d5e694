package dev.touchstone.sandbox.functional;

import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where a scenario comes from.
 *
 * @param ref of a card the JSON pointer of the place, as {@code /skills/0/examples/1}; of a suite
 *        {@code name@version#scenario}
 */
@RegisterForReflection
record Source(Kind kind, String ref) {

    Source {
        Objects.requireNonNull(kind);
    }

    enum Kind {
        CARD_SKILL,
        CARD_USE_CASE,
        /** An example of the card and then a question that only makes sense after the answer to it. */
        CARD_DIALOGUE,
        SUITE;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
