package dev.touchstone.local.wandb.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** The values of one metric. */
record Series(String name, List<Point> points) {

    /** Above this a chart is drawn from the smallest and largest value of each of its stretches. */
    private static final int DRAWN = 600;
    /** Rises by its nature and says nothing of the run. */
    private static final Set<String> BOOKKEEPING = Set.of("event/sequence");

    Series {
        points = List.copyOf(points);
    }

    /** All metrics that were a number at least once; what is nested is named with dots, as the service does. */
    static List<Series> of(List<HistoryRow> rows, Axis axis) {
        Map<String, List<Point>> points = new LinkedHashMap<>();
        for (HistoryRow row : rows) {
            row.values().ifPresent(values -> values.properties().forEach(member -> {
                if (!member.getKey().startsWith("_") && !BOOKKEEPING.contains(member.getKey())) {
                    collect(member.getKey(), member.getValue(), axis.of(row), points);
                }
            }));
        }
        return points.entrySet().stream().map(metric -> new Series(metric.getKey(), metric.getValue()))
                .filter(series -> series.points().stream().anyMatch(Point::isFinite)).toList();
    }

    private static void collect(String name, JsonNode value, double x, Map<String, List<Point>> points) {
        if (value.isNumber()) {
            points.computeIfAbsent(name, absent -> new ArrayList<>()).add(new Point(x, value.doubleValue()));
        } else if (value.isObject() && !value.has("_type")) {
            value.properties().forEach(member -> collect(name + "." + member.getKey(), member.getValue(), x, points));
        }
    }

    long gaps() {
        return points.stream().filter(point -> !point.isFinite()).count();
    }

    /** The points to draw: all, or so many that no peak is lost. */
    List<Point> drawn() {
        if (points.size() <= DRAWN) {
            return points;
        }
        List<Point> drawn = new ArrayList<>();
        int stretch = points.size() / (DRAWN / 2) + 1;
        for (int from = 0; from < points.size(); from += stretch) {
            extremes(points.subList(from, Math.min(points.size(), from + stretch)), drawn);
        }
        return drawn;
    }

    private static void extremes(List<Point> stretch, List<Point> drawn) {
        Point low = null;
        Point high = null;
        for (Point point : stretch) {
            if (!point.isFinite()) {
                drawn.add(point);
            } else {
                low = low == null || point.y() < low.y() ? point : low;
                high = high == null || point.y() > high.y() ? point : high;
            }
        }
        if (low != null && high != null) {
            drawn.add(low.x() <= high.x() ? low : high);
            drawn.add(low.x() <= high.x() ? high : low);
        }
    }
}
