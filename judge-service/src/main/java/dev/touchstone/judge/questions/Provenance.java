package dev.touchstone.judge.questions;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where a question comes from.
 *
 * @param template the wording, as {@code example}; stable
 * @param place a JSON pointer into the card or into the summary of security, or the id of a scenario
 * @param digest of the document that the place is in, as {@code sha256:…}; null where that is the card
 */
@RegisterForReflection
public record Provenance(Source source, String template, String place, @Nullable String digest) {

    /** A place in the card. */
    public static Provenance ofCard(String template, String pointer) {
        return new Provenance(Source.CARD, template, pointer, null);
    }

    /** What a question was made from. */
    public enum Source {
        /** What the agent's maker promises. */
        CARD,
        /** What the security gate found in this round. */
        SECURITY,
        /** What the functional stage found in this round. */
        FUNCTIONAL,
        /** A model's own wording about a place in the card. */
        MODEL;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Source of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
