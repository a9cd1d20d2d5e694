package dev.touchstone.review.pages.charts;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/** From which figure to which an axis goes, and how its figures are written. */
public record Scale(double from, double to, Unit unit) {

    /** How a figure is written. */
    public enum Unit {
        PLAIN,
        /** A share of one, as a percentage. */
        PERCENT
    }

    private static final int STEPS = 4;
    private static final double PERCENT = 100;

    public Scale {
        if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException("A scale goes from a figure to a greater one, not " + from + " to " + to);
        }
    }

    public static Scale of(double from, double to) {
        return new Scale(from, to, Unit.PLAIN);
    }

    /** For shares of one, from 0 % to 100 %. */
    public static Scale shares() {
        return new Scale(0, 1, Unit.PERCENT);
    }

    /** Null and what is no number were not measured: neither is zero. */
    static boolean isMeasured(@Nullable Double value) {
        return value != null && Double.isFinite(value);
    }

    /** The same, or as much longer as the figures need. */
    Scale holding(DoubleStream figures) {
        double[] all = figures.toArray();
        double least = DoubleStream.of(all).min().orElse(from);
        double most = DoubleStream.of(all).max().orElse(to);
        double step = step();
        return new Scale(least < from ? Math.floor(least / step) * step : from,
                most > to ? Math.ceil(most / step) * step : to, unit);
    }

    /** Where a figure stands between two coordinates; beyond the ends it stands at the end. */
    double place(double figure, double start, double end) {
        return start + (end - start) * Math.clamp((figure - from) / (to - from), 0.0, 1.0);
    }

    /** Round figures, about five. */
    List<Double> ticks() {
        double step = step();
        long first = (long) Math.ceil(from / step - 1e-9);
        long last = (long) Math.floor(to / step + 1e-9);
        return LongStream.rangeClosed(first, last).mapToObj(count -> count * step).toList();
    }

    private double step() {
        double rough = (to - from) / STEPS;
        double size = Math.pow(10, Math.floor(Math.log10(rough)));
        double leading = rough / size;
        return size * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 2.5 ? 2.5 : leading <= 5 ? 5 : 10);
    }

    String text(double figure) {
        return switch (unit) {
            case PLAIN -> Pen.plain(figure, 3);
            case PERCENT -> Pen.plain(figure * PERCENT, 1) + "%";
        };
    }
}
