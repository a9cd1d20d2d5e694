package dev.touchstone.review.agents;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a figure from one revision to another. */
public enum Change {

    BETTER,
    WORSE,
    SAME,
    /** It changed, and nobody says which way is good. */
    OTHER,
    /** One of the two was not measured, which says nothing. */
    UNKNOWN;

    /** Which way is good. */
    enum Good {
        MORE,
        LESS,
        NEITHER
    }

    private static final double NOTHING = 1e-9;

    static Change between(@Nullable Double left, @Nullable Double right, Good good) {
        if (left == null || right == null || !Double.isFinite(left) || !Double.isFinite(right)) {
            return UNKNOWN;
        }
        if (Math.abs(right - left) < NOTHING) {
            return SAME;
        }
        return switch (good) {
            case MORE -> right > left ? BETTER : WORSE;
            case LESS -> right < left ? BETTER : WORSE;
            case NEITHER -> OTHER;
        };
    }

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
