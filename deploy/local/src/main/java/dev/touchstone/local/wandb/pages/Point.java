package dev.touchstone.local.wandb.pages;

/**
 * A value on a chart.
 *
 * @param x a step, or seconds since the epoch; finite
 * @param y not finite where the metric was not: a chart has a gap there
 */
record Point(double x, double y) {

    boolean isFinite() {
        return Double.isFinite(y);
    }
}
