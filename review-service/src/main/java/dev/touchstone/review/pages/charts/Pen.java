package dev.touchstone.review.pages.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes coordinates. All charts are drawn on a width of 480 units and scaled by the style sheet. */
final class Pen {

    static final double WIDTH = 480;
    /** Between what is drawn and the edge, so that no mark is cut. */
    static final double MARGIN = 8;
    /** For labels at the left of rows. */
    static final double LABELS = 150;
    /** For figures at the right of rows. */
    static final double FIGURES = 74;
    static final double ROW = 26;

    private Pen() {
    }

    /** With one digit: a tenth of a unit is less than anybody sees. */
    static String at(double coordinate) {
        return plain(coordinate, 1);
    }

    static String plain(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
