package dev.touchstone.local.wandb.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the two numeric series that say most: those with the most different values. */
public final class Chart {

    private record Point(double x, double y) {
    }

    private record Series(String name, List<Point> points) {

        long variety() {
            return points.stream().map(Point::y).distinct().count();
        }
    }

    /** Rises by its nature and says nothing of the run. */
    private static final String BOOKKEEPING = "event/sequence";
    private static final int CHARTS = 2;
    private static final int VARIETY = 3;
    private static final double WIDTH = 480;
    private static final double HEIGHT = 120;

    private Chart() {
    }

    public static Html of(List<HistoryRow> history) {
        List<Html> charts = series(history).stream()
                .filter(series -> series.variety() >= VARIETY)
                .sorted(Comparator.comparingLong(Series::variety).reversed())
                .limit(CHARTS).map(Chart::draw).toList();
        return charts.isEmpty() ? Html.NONE : Html.of("<section class=\"charts\">{}</section>", Html.join(charts));
    }

    private static List<Series> series(List<HistoryRow> history) {
        Map<String, List<Point>> points = new LinkedHashMap<>();
        for (HistoryRow row : history) {
            row.values().ifPresent(values -> values.fieldNames().forEachRemaining(key -> {
                if (!key.startsWith("_") && !key.equals(BOOKKEEPING)) {
                    row.number(key).ifPresent(y -> points.computeIfAbsent(key, absent -> new ArrayList<>())
                            .add(new Point(row.position(), y)));
                }
            }));
        }
        return points.entrySet().stream().map(entry -> new Series(entry.getKey(), entry.getValue())).toList();
    }

    private static Html draw(Series series) {
        var x = series.points().stream().mapToDouble(Point::x).summaryStatistics();
        var y = series.points().stream().mapToDouble(Point::y).summaryStatistics();
        StringBuilder line = new StringBuilder();
        for (Point point : series.points()) {
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", WIDTH * share(point.x(), x.getMin(), x.getMax()),
                    HEIGHT * (1 - share(point.y(), y.getMin(), y.getMax()))));
        }
        return Html.of(
                """
                        <figure><figcaption><code>{}</code> <span class="quiet">{} to {}, {} points</span></figcaption>
                        <svg viewBox="-6 -6 {} {}" role="img" aria-label="{} over steps"><line class="axis" x1="0" y1="{}" x2="{}" y2="{}"/>
                        <polyline class="line" points="{}"/></svg></figure>
                        """,
                series.name(), number(y.getMin()), number(y.getMax()), series.points().size(), WIDTH + 12, HEIGHT + 12,
                series.name(), HEIGHT, WIDTH, HEIGHT, line.toString().strip());
    }

    private static double share(double value, double min, double max) {
        // Halved, for the distance of two finite numbers may not be finite.
        return max == min ? 0.5 : (value / 2 - min / 2) / (max / 2 - min / 2);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
