package dev.touchstone.submission.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points as they are shown and compared: exact decimals, rounded down to hundredths at the very end. */
final class Points {

    private static final int DECIMALS = 2;
    /** More than enough to rescale hundredths without a visible error. */
    private static final int PRECISE = 12;

    private Points() {
    }

    static BigDecimal exact(double number) {
        return BigDecimal.valueOf(number);
    }

    /** {@code points} of {@code weight}, as points of another weight. */
    static BigDecimal rescaled(double points, double weight, double newWeight) {
        return weight == newWeight ? exact(points)
                : exact(points).multiply(exact(newWeight)).divide(exact(weight), PRECISE, RoundingMode.HALF_UP);
    }

    /** Rounded down, so that rounding never reaches a threshold. */
    static BigDecimal rounded(BigDecimal points) {
        return points.setScale(DECIMALS, RoundingMode.DOWN);
    }

    static String shown(BigDecimal points) {
        return rounded(points).stripTrailingZeros().toPlainString();
    }

    static String shown(double points) {
        return shown(exact(points));
    }
}
