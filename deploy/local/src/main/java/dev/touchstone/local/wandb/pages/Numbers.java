package dev.touchstone.local.wandb.pages;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
final class Numbers {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Numbers() {
    }

    /** With four digits and no zeros at the end: {@code 0.5}, {@code 1234}, {@code 1.5E+9}. */
    static String brief(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR_DIGITS).stripTrailingZeros();
        boolean plain = Math.abs(value) < 1e7 && (Math.abs(value) >= 1e-4 || value == 0);
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
