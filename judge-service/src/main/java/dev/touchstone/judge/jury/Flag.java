package dev.touchstone.judge.jury;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something in an answer that a person must see, whatever the scores are.
 *
 * @param name {@code pattern:*} for what must not be disclosed, {@code prohibited:*} for what must not be said
 */
@RegisterForReflection
public record Flag(String name, Span evidence) {

    public static final String PATTERN = "pattern:";
    static final String PROHIBITED = "prohibited:";
    /** The end of the answer was cut off, and nobody has read it. */
    public static final String NOT_JUDGED_WHOLE = PROHIBITED + "not_judged_whole";

    @JsonIgnore
    public boolean isSecret() {
        return name.startsWith(PATTERN);
    }

    @JsonIgnore
    public boolean isProhibited() {
        return name.startsWith(PROHIBITED);
    }
}
