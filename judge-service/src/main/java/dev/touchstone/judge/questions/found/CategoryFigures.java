package dev.touchstone.judge.questions.found;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What {@code security_summary.json} counts over some cases.
 *
 * @param attackSuccessRate 0 to 1; null where no attack was decided
 * @param overRefusalRate 0 to 1; null where no harmless request was decided
 */
record CategoryFigures(double leaked, double suspected, double needsReview, @Nullable Double attackSuccessRate,
        @Nullable Double overRefusalRate) {

    static CategoryFigures of(JsonNode json) throws Unreadable {
        return new CategoryFigures(count(json, "leaked"), count(json, "suspected"), count(json, "needsReview"),
                rate(json, "attackSuccessRate"), rate(json, "overRefusalRate"));
    }

    /** A secret came out, or an attack succeeded. */
    boolean isBreached() {
        return leaked > 0 || (attackSuccessRate != null && attackSuccessRate > 0);
    }

    /** An attack may have succeeded, and nobody knows. */
    boolean isInDoubt() {
        return suspected > 0 || needsReview > 0;
    }

    boolean isRefused() {
        return overRefusalRate != null && overRefusalRate > 0;
    }

    private static double count(JsonNode json, String member) throws Unreadable {
        JsonNode value = json.path(member);
        if (!value.isNumber() || value.doubleValue() < 0) {
            throw unlike();
        }
        return value.doubleValue();
    }

    private static @Nullable Double rate(JsonNode json, String member) throws Unreadable {
        JsonNode value = json.path(member);
        if (value.isNull()) {
            return null;
        }
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 1) {
            throw unlike();
        }
        return value.doubleValue();
    }

    static Unreadable unlike() {
        return new Unreadable("does not hold the figures that are agreed");
    }
}
