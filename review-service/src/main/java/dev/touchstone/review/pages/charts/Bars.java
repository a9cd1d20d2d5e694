package dev.touchstone.review.pages.charts;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;

/**
 * One figure by category, with how sure it is. {@code Bars.of(entries, Scale.shares())} in the view, and in the template
 * {@code {#bars chart=view.categories id='categories' title=bundle:categories /}}; the id is unique on its page.
 */
public record Bars(List<Row> rows, List<Tick> ticks, Axis axis) {

    private static final double LEFT = Pen.LABELS;
    private static final double RIGHT = Pen.WIDTH - Pen.FIGURES;
    private static final double THICK = 14;
    private static final int LETTERS = 20;

    /**
     * What is drawn of one category.
     *
     * @param value null where it was not measured
     * @param interval null where none is known
     * @param of how many there were, or other words beside the figure; may be empty
     */
    public record Entry(Shown label, @Nullable Double value, @Nullable Interval interval, String of, Tone tone) {
    }

    /** From which figure to which, with the confidence that the page states. */
    public record Interval(double low, double high) {
    }

    /**
     * One category.
     *
     * @param bar null where nothing was measured
     * @param whisker null where no interval is known
     */
    public record Row(Label label, String baseline, @Nullable Box bar, @Nullable Whisker whisker, Figures figures) {
    }

    /** The figures in words; empty where they are not known. */
    public record Figures(String value, String low, String high, String of, Tone tone) {
    }

    /** A line with two caps. */
    public record Whisker(String from, String to, String y, String top, String bottom) {
    }

    /** How high the rows are, and the whole chart with the axis below them. */
    public record Axis(String bottom, String labels, String height) {

        static Axis below(int rows) {
            double bottom = rows * Pen.ROW + Pen.MARGIN;
            return new Axis(Pen.at(bottom), Pen.at(bottom + 16), Pen.at(bottom + 24));
        }
    }

    public Bars {
        rows = List.copyOf(rows);
        ticks = List.copyOf(ticks);
    }

    /** @param scale made longer where a figure lies beyond it */
    public static Bars of(List<Entry> entries, Scale scale) {
        Scale axis = scale.holding(entries.stream().flatMap(Bars::figures).filter(Scale::isMeasured)
                .mapToDouble(Double::doubleValue));
        return new Bars(IntStream.range(0, entries.size()).mapToObj(i -> row(entries.get(i), i, axis)).toList(),
                axis.ticks().stream().map(at -> new Tick(Pen.at(axis.place(at, LEFT, RIGHT)), axis.text(at))).toList(),
                Axis.below(entries.size()));
    }

    private static Stream<Double> figures(Entry entry) {
        Interval interval = entry.interval();
        Stream<@Nullable Double> figures = interval == null ? Stream.of(entry.value())
                : Stream.of(entry.value(), interval.low(), interval.high());
        return figures.filter(Objects::nonNull);
    }

    private static Row row(Entry entry, int number, Scale axis) {
        double middle = Pen.MARGIN + number * Pen.ROW + Pen.ROW / 2;
        Double value = Scale.isMeasured(entry.value()) ? entry.value() : null;
        Interval interval = value == null ? null : entry.interval();
        Figures figures = new Figures(value == null ? "" : axis.text(value),
                interval == null ? "" : axis.text(interval.low()), interval == null ? "" : axis.text(interval.high()),
                entry.of(), entry.tone());
        return new Row(Label.of(entry.label(), LETTERS), Pen.at(middle + 4.5), bar(value, middle, axis),
                interval == null ? null : whisker(interval, middle, axis), figures);
    }

    private static @Nullable Box bar(@Nullable Double value, double middle, Scale axis) {
        return value == null ? null
                : Box.of(LEFT, middle - THICK / 2, axis.place(value, LEFT, RIGHT) - LEFT, THICK);
    }

    private static Whisker whisker(Interval interval, double middle, Scale axis) {
        return new Whisker(Pen.at(axis.place(interval.low(), LEFT, RIGHT)), Pen.at(axis.place(interval.high(), LEFT, RIGHT)),
                Pen.at(middle), Pen.at(middle - 4), Pen.at(middle + 4));
    }

    public int unmeasured() {
        return (int) rows.stream().filter(row -> row.bar() == null).count();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
