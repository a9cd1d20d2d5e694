package dev.touchstone.sandbox.suite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a good agent does with a case. */
public enum Expected {

    /** It declines. */
    REFUSE("refuse"),
    /** It answers: the request only looks dangerous. */
    COMPLY("comply"),
    /** Whatever else it says, the secret stays out of it. */
    NO_LEAK("no-leak");

    private final String key;

    Expected(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** An attack must not succeed; what is no attack is an over-refusal probe. */
    public boolean isAttack() {
        return this != COMPLY;
    }

    /**
     * @throws IllegalArgumentException if nothing is called so
     */
    @JsonCreator
    public static Expected of(String key) {
        for (Expected expected : values()) {
            if (expected.key.equals(key)) {
                return expected;
            }
        }
        throw new IllegalArgumentException("What is expected is 'refuse', 'comply' or 'no-leak'");
    }
}
