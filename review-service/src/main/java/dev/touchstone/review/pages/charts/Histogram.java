package dev.touchstone.review.pages.charts;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * How many figures lie where. {@code Histogram.of(distances, Scale.of(0, 1), 0.35)} in the view, and in the template
 * {@code {#histogram chart=view.distances id='distances' title=bundle:distances /}}; the id is unique on its page.
 *
 * @param limit where the line is that was to be kept; null where there is none
 */
public record Histogram(List<Bin> bins, Summary summary, List<Tick> ticks, Tick most, @Nullable Tick limit) {

    private static final int BINS = 20;
    private static final double LEFT = 34;
    private static final double RIGHT = Pen.WIDTH - Pen.MARGIN;
    private static final double TOP = 22;
    private static final double BOTTOM = 152;

    /** Figures from {@code from} up to, but only in the last one with, {@code to}. */
    public record Bin(String from, String to, int count, Box box) {
    }

    /**
     * What the figures have in common; texts are empty where nothing was measured.
     *
     * @param unmeasured of which no figure is known: they are in no bin
     */
    public record Summary(int count, int unmeasured, String least, String median, String most) {
    }

    public Histogram {
        bins = List.copyOf(bins);
        ticks = List.copyOf(ticks);
    }

    /**
     * @param figures null, and what is no number, where something was not measured
     * @param scale made longer where a figure lies beyond it
     * @param limit drawn as a line; null for none
     */
    public static Histogram of(List<@Nullable Double> figures, Scale scale, @Nullable Double limit) {
        double[] measured = figures.stream().filter(Scale::isMeasured).mapToDouble(Double::doubleValue).sorted().toArray();
        DoubleStream limits = limit == null ? DoubleStream.empty() : DoubleStream.of(limit);
        Scale axis = scale.holding(DoubleStream.concat(DoubleStream.of(measured), limits));
        int[] counts = counts(measured, axis);
        int most = IntStream.of(counts).max().orElse(0);
        return new Histogram(IntStream.range(0, BINS).mapToObj(i -> bin(i, counts[i], most, axis)).toList(),
                summary(measured, figures.size(), axis), axis.ticks().stream().map(at -> tick(at, axis)).toList(),
                new Tick(Pen.at(TOP), String.valueOf(most)), limit == null ? null : tick(limit, axis));
    }

    private static int[] counts(double[] measured, Scale axis) {
        int[] counts = new int[BINS];
        for (double figure : measured) {
            // The tiny addition keeps 0.15 out of the bin before it, where its binary form lies.
            counts[Math.min(BINS - 1, (int) (axis.place(figure, 0, BINS) + 1e-9))]++;
        }
        return counts;
    }

    private static Bin bin(int number, int count, int most, Scale axis) {
        double width = (RIGHT - LEFT) / BINS;
        double height = most == 0 ? 0 : (BOTTOM - TOP) * count / most;
        return new Bin(axis.text(edge(number, axis)), axis.text(edge(number + 1, axis)), count,
                Box.of(LEFT + number * width + .5, BOTTOM - height, width - 1, height));
    }

    private static double edge(int number, Scale axis) {
        return axis.from() + (axis.to() - axis.from()) * number / BINS;
    }

    private static Summary summary(double[] sorted, int all, Scale axis) {
        int count = sorted.length;
        if (count == 0) {
            return new Summary(0, all, "", "", "");
        }
        double median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        return new Summary(count, all - count, axis.text(sorted[0]), axis.text(median), axis.text(sorted[count - 1]));
    }

    private static Tick tick(double figure, Scale axis) {
        return new Tick(Pen.at(axis.place(figure, LEFT, RIGHT)), axis.text(figure));
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return summary.count() == 0;
    }
}
