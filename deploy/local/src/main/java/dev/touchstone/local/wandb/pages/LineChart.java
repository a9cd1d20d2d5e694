package dev.touchstone.local.wandb.pages;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** One metric as a line. It breaks where a value is not finite; points tell their value when they are pointed at. */
final class LineChart {

    private static final double LEFT = 62;
    private static final double TOP = 8;
    private static final double WIDTH = 410;
    private static final double HEIGHT = 130;
    /** With more points than these they would touch. */
    private static final int DOTS = 120;

    private final Series series;
    private final Axis axis;
    private final DoubleSummaryStatistics xs;
    private final DoubleSummaryStatistics ys;

    private LineChart(Series series, Axis axis) {
        this.series = series;
        this.axis = axis;
        this.xs = series.points().stream().mapToDouble(Point::x).summaryStatistics();
        this.ys = series.points().stream().filter(Point::isFinite).mapToDouble(Point::y).summaryStatistics();
    }

    static Html draw(Series series, Axis axis) {
        return new LineChart(series, axis).figure();
    }

    private Html figure() {
        List<Point> points = series.drawn();
        String gaps = series.gaps() == 0 ? "" : ", " + series.gaps() + " not finite";
        return Html.of("""
                <figure><figcaption><code>{}</code> <span class="quiet">{} points{}</span></figcaption>
                <svg viewBox="0 0 480 180" role="img" aria-label="{} by {}, {} to {}">
                {}
                {}
                {}
                </svg></figure>""", series.name(), series.points().size(), gaps, series.name(), axis.title(),
                Numbers.brief(ys.getMin()), Numbers.brief(ys.getMax()), scales(), lines(points), dots(points));
    }

    private Html scales() {
        List<Html> parts = new ArrayList<>();
        for (double share : ys.getMin() == ys.getMax() ? new double[] { 0.5 } : new double[] { 0, 0.5, 1 }) {
            double value = ys.getMin() * (1 - share) + ys.getMax() * share;
            String y = coordinate(TOP + HEIGHT * (1 - share));
            parts.add(Html.of("<line class=\"axis\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>", LEFT, y, LEFT + WIDTH, y));
            parts.add(Html.of("<text class=\"tick end\" x=\"{}\" y=\"{}\" dy=\"4\">{}</text>", LEFT - 6, y,
                    Numbers.brief(value)));
        }
        double base = TOP + HEIGHT + 16;
        parts.add(Html.of("<text class=\"tick\" x=\"{}\" y=\"{}\">{}</text>", LEFT, base, axis.label(xs.getMin())));
        parts.add(Html.of("<text class=\"tick middle\" x=\"{}\" y=\"{}\">{}</text>", LEFT + WIDTH / 2, base + 14,
                axis.title()));
        if (xs.getMin() != xs.getMax()) {
            parts.add(Html.of("<text class=\"tick end\" x=\"{}\" y=\"{}\">{}</text>", LEFT + WIDTH, base,
                    axis.label(xs.getMax())));
        }
        return Html.join(parts);
    }

    private Html lines(List<Point> points) {
        List<Html> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            if (point.isFinite()) {
                line.append(x(point)).append(',').append(y(point)).append(' ');
            } else {
                end(line, lines);
            }
        }
        end(line, lines);
        return Html.join(lines);
    }

    private static void end(StringBuilder line, List<Html> lines) {
        if (!line.isEmpty()) {
            lines.add(Html.of("<polyline class=\"line\" points=\"{}\"/>", line.toString().strip()));
            line.setLength(0);
        }
    }

    private Html dots(List<Point> points) {
        if (points.size() > DOTS) {
            return Html.NONE;
        }
        return Html.join(points.stream().filter(Point::isFinite)
                .map(point -> Html.of("<circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"3\"><title>{} {}: {}</title></circle>",
                        x(point), y(point), axis == Axis.STEP ? "step" : "at", axis.label(point.x()), point.y()))
                .toList());
    }

    private String x(Point point) {
        return coordinate(LEFT + WIDTH * share(point.x(), xs));
    }

    private String y(Point point) {
        return coordinate(TOP + HEIGHT * (1 - share(point.y(), ys)));
    }

    private static double share(double value, DoubleSummaryStatistics range) {
        // Halved, for the distance of two finite numbers may not be finite.
        return range.getMax() == range.getMin() ? 0.5
                : (value / 2 - range.getMin() / 2) / (range.getMax() / 2 - range.getMin() / 2);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
