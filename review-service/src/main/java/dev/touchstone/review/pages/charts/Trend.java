package dev.touchstone.review.pages.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;

/**
 * Figures over revisions, oldest first. {@code Trend.of(revisions, series, Scale.of(0, 100))} in the view, and in the
 * template {@code {#trend chart=view.trend id='trend' title=bundle:trend /}}; the id is unique on its page. A line has a gap
 * where nothing was measured. The tag says the names {@code trust}, {@code security}, {@code functional} and {@code judge} in
 * the
 * reader's language; others as they are.
 */
public record Trend(List<Tick> revisions, List<Line> lines, List<Tick> ticks, List<Entry> table) {

    /** More could not be told apart: each has a sign and a stroke of its own, by its place. */
    public static final int MOST_SERIES = 4;

    private static final double LEFT = 34;
    private static final double RIGHT = Pen.WIDTH - 24;
    private static final double TOP = 34;
    private static final double BOTTOM = 172;
    private static final int LETTERS = 10;
    private static final int MOST_LABELS = 6;

    /** @param figures one for each revision; null where it was not measured */
    public record Series(Shown name, List<@Nullable Double> figures) {

        public Series {
            figures = Collections.unmodifiableList(new ArrayList<>(figures));
        }
    }

    /**
     * A series as drawn.
     *
     * @param key of its sign and stroke, {@code s0} to {@code s3}
     * @param at where its name stands, from the left
     * @param legend its sign beside its name
     * @param path in pieces, with a gap where nothing was measured
     */
    public record Line(String key, Label name, String at, String legend, String path, List<Mark> marks) {
    }

    /** One figure. */
    public record Mark(String x, String y, String outline, String value) {
    }

    /** A line of the table: a text for each series, empty where it was not measured. */
    public record Entry(Shown revision, List<String> values) {
    }

    public Trend {
        revisions = List.copyOf(revisions);
        lines = List.copyOf(lines);
        ticks = List.copyOf(ticks);
        table = List.copyOf(table);
    }

    /**
     * @param scale made longer where a figure lies beyond it
     * @throws IllegalArgumentException of more than {@link #MOST_SERIES} series, or one without a figure for each revision
     */
    public static Trend of(List<Shown> revisions, List<Series> series, Scale scale) {
        if (series.size() > MOST_SERIES
                || series.stream().anyMatch(single -> single.figures().size() != revisions.size())) {
            throw new IllegalArgumentException("At most four series, each with a figure or null for each revision");
        }
        Scale axis = scale.holding(series.stream().flatMap(single -> single.figures().stream())
                .filter(Scale::isMeasured).mapToDouble(Double::doubleValue));
        return new Trend(labels(revisions),
                IntStream.range(0, series.size()).mapToObj(i -> line(i, series.get(i), axis)).toList(),
                axis.ticks().stream().map(at -> new Tick(Pen.at(axis.place(at, BOTTOM, TOP)), axis.text(at))).toList(),
                IntStream.range(0, revisions.size()).mapToObj(i -> entry(revisions.get(i), i, series, axis)).toList());
    }

    /** Some of many, counted from the last, which is what everybody looks for. */
    private static List<Tick> labels(List<Shown> revisions) {
        int last = revisions.size() - 1;
        int every = Math.max(1, (int) Math.ceil(revisions.size() / (double) MOST_LABELS));
        return IntStream.rangeClosed(0, last).filter(i -> (last - i) % every == 0)
                .mapToObj(i -> new Tick(Pen.at(x(i, revisions.size())), Label.of(revisions.get(i), LETTERS).text())).toList();
    }

    private static double x(int at, int count) {
        return count == 1 ? (LEFT + RIGHT) / 2 : LEFT + 10 + (RIGHT - LEFT - 10) * at / (count - 1);
    }

    private static Line line(int number, Series series, Scale axis) {
        StringBuilder path = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        boolean drawing = false;
        for (int i = 0; i < series.figures().size(); i++) {
            Double figure = series.figures().get(i);
            boolean measured = figure != null && Scale.isMeasured(figure);
            if (measured) {
                double x = x(i, series.figures().size());
                double y = axis.place(Objects.requireNonNull(figure), BOTTOM, TOP);
                path.append(drawing ? 'L' : 'M').append(Pen.at(x)).append(' ').append(Pen.at(y)).append(' ');
                marks.add(new Mark(Pen.at(x), Pen.at(y), Sign.of(number).at(x, y), axis.text(figure)));
            }
            drawing = measured;
        }
        double legend = LEFT + 8 + number * 110.0;
        return new Line("s" + number, Label.of(series.name(), LETTERS + 2), Pen.at(legend), Sign.of(number).at(legend, 12),
                path.toString().trim(), List.copyOf(marks));
    }

    private static Entry entry(Shown revision, int at, List<Series> series, Scale axis) {
        return new Entry(revision, series.stream().map(single -> single.figures().get(at))
                .map(figure -> figure != null && Scale.isMeasured(figure) ? axis.text(figure) : "").toList());
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.marks().isEmpty());
    }
}
