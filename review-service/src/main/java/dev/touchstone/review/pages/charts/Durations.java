package dev.touchstone.review.pages.charts;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;

/**
 * How long stages waited and ran, on one scale from 0. {@code Durations.of(spans, formats::duration)} in the view, and in the
 * template {@code {#durations chart=view.durations id='durations' title=bundle:durations /}}; the id is unique on its page.
 */
public record Durations(List<Row> rows, Bars.Axis axis) {

    private static final double LEFT = 112;
    private static final double RIGHT = Pen.WIDTH - 110;
    private static final double THICK = 14;

    /**
     * An attempt at a stage.
     *
     * @param waited from the request to the start; null where one of the two was not told
     * @param ran from the start to the end, or until now; null where it has not begun
     * @param open whether it still runs
     */
    public record Span(Stage stage, int attempt, @Nullable Duration waited, @Nullable Duration ran, boolean open) {
    }

    /** An attempt as drawn; a box is null where the time is not known. */
    public record Row(Span span, String baseline, @Nullable Box waited, @Nullable Box ran, Words words) {
    }

    /** The times in words, empty where they are not known; and where those of the row stand. */
    public record Words(String waited, String ran, String at) {
    }

    public Durations {
        rows = List.copyOf(rows);
    }

    /** @param words how a duration is written in the reader's language */
    public static Durations of(List<Span> spans, Function<Duration, String> words) {
        double longest = Math.max(1,
                spans.stream().mapToLong(span -> millis(span.waited()) + millis(span.ran())).max().orElse(1));
        return new Durations(IntStream.range(0, spans.size())
                .mapToObj(i -> row(spans.get(i), i, (RIGHT - LEFT) / longest, words)).toList(), Bars.Axis.below(spans.size()));
    }

    private static Row row(Span span, int number, double unit, Function<Duration, String> words) {
        double middle = Pen.MARGIN + number * Pen.ROW + Pen.ROW / 2;
        double begun = LEFT + millis(span.waited()) * unit;
        double ended = begun + millis(span.ran()) * unit;
        return new Row(span, Pen.at(middle + 4.5),
                span.waited() == null ? null : Box.of(LEFT, middle - THICK / 2, begun - LEFT, THICK),
                span.ran() == null ? null : Box.of(begun, middle - THICK / 2, ended - begun, THICK),
                new Words(text(span.waited(), words), text(span.ran(), words), Pen.at(ended + 6)));
    }

    private static String text(@Nullable Duration length, Function<Duration, String> words) {
        return length == null ? "" : words.apply(length);
    }

    private static long millis(@Nullable Duration length) {
        return length == null || length.isNegative() ? 0 : length.toMillis();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
