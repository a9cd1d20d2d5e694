package dev.touchstone.judge.jury;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores are compared with thresholds as they are shown, so that a reader can follow the decision. */
public final class Rounding {

    private Rounding() {
    }

    public static double toTenth(double value) {
        return round(value, 1);
    }

    /** For points, of which a mean may need more than a tenth. */
    public static double toHundredth(double value) {
        return round(value, 2);
    }

    /** For figures between 0 and 1. */
    public static double toThousandth(double value) {
        return round(value, 3);
    }

    private static double round(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
