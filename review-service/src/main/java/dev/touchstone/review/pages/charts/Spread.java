package dev.touchstone.review.pages.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;

/**
 * What several jurors gave, criterion by criterion: a dot each, and a bar across at the mean. {@code Spread.of(criteria,
 * Scale.of(0, 100))} in the view, and in the template {@code {#spread chart=view.spread id='spread' title=bundle:spread /}};
 * the id is unique on its page.
 */
public record Spread(List<Row> rows, List<Tick> ticks, Bars.Axis axis) {

    private static final double LEFT = Pen.LABELS;
    private static final double RIGHT = Pen.WIDTH - Pen.FIGURES;
    private static final double RADIUS = 4.5;
    private static final int LETTERS = 20;

    /** What is drawn of one criterion. */
    public record Criterion(Shown label, List<Vote> votes) {

        public Criterion {
            votes = List.copyOf(votes);
        }
    }

    /** @param value null where the juror gave none */
    public record Vote(Shown juror, @Nullable Double value) {
    }

    /** One criterion; the mean is null where nobody gave a figure. */
    public record Row(Label label, Line line, @Nullable Tick mean, List<Dot> dots, List<Given> given) {
    }

    /** Where the row's texts stand, and its mark for the mean begins and ends. */
    public record Line(String baseline, String y, String top, String bottom) {
    }

    /** Jurors that agree stand above each other. */
    public record Dot(Shown juror, String x, String y, String value) {
    }

    /** @param value empty where the juror gave none */
    public record Given(Shown juror, String value) {
    }

    public Spread {
        rows = List.copyOf(rows);
        ticks = List.copyOf(ticks);
    }

    /** @param scale made longer where a figure lies beyond it */
    public static Spread of(List<Criterion> criteria, Scale scale) {
        Scale axis = scale.holding(criteria.stream().flatMap(criterion -> criterion.votes().stream()).map(Vote::value)
                .filter(Scale::isMeasured).mapToDouble(Double::doubleValue));
        return new Spread(IntStream.range(0, criteria.size()).mapToObj(i -> row(criteria.get(i), i, axis)).toList(),
                axis.ticks().stream().map(at -> new Tick(Pen.at(axis.place(at, LEFT, RIGHT)), axis.text(at))).toList(),
                Bars.Axis.below(criteria.size()));
    }

    private static Row row(Criterion criterion, int number, Scale axis) {
        double middle = Pen.MARGIN + number * Pen.ROW + Pen.ROW / 2;
        List<Given> given = criterion.votes().stream().map(vote -> given(vote, axis)).toList();
        return new Row(Label.of(criterion.label(), LETTERS),
                new Line(Pen.at(middle + 4.5), Pen.at(middle), Pen.at(middle - 10), Pen.at(middle + 10)),
                mean(criterion, axis), dots(criterion, middle, axis), given);
    }

    private static Given given(Vote vote, Scale axis) {
        Double value = vote.value();
        return new Given(vote.juror(), value != null && Scale.isMeasured(value) ? axis.text(value) : "");
    }

    private static @Nullable Tick mean(Criterion criterion, Scale axis) {
        double[] figures = criterion.votes().stream().map(Vote::value).filter(Scale::isMeasured)
                .mapToDouble(Double::doubleValue).toArray();
        if (figures.length == 0) {
            return null;
        }
        double mean = IntStream.range(0, figures.length).mapToDouble(i -> figures[i]).sum() / figures.length;
        return new Tick(Pen.at(axis.place(mean, LEFT, RIGHT)), axis.text(Math.round(mean * 10) / 10.0));
    }

    private static List<Dot> dots(Criterion criterion, double middle, Scale axis) {
        List<Dot> dots = new ArrayList<>();
        List<Double> before = new ArrayList<>();
        for (Vote vote : criterion.votes()) {
            Double value = vote.value();
            if (value != null && Scale.isMeasured(value)) {
                double x = axis.place(value, LEFT, RIGHT);
                long beside = before.stream().filter(other -> Math.abs(other - x) < 2 * RADIUS).count();
                before.add(x);
                dots.add(new Dot(vote.juror(), Pen.at(x), Pen.at(middle + shift(beside)), axis.text(value)));
            }
        }
        return List.copyOf(dots);
    }

    /** In the middle, above, below, and again: three can be told apart, more only in the table. */
    private static double shift(long beside) {
        return switch ((int) (beside % 3)) {
            case 1 -> -6;
            case 2 -> 6;
            default -> 0;
        };
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
