package dev.touchstone.review.pages.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.charts.Bars.Entry;
import dev.touchstone.review.pages.charts.Bars.Interval;
import dev.touchstone.review.pages.charts.Durations.Span;
import dev.touchstone.review.pages.charts.Spread.Criterion;
import dev.touchstone.review.pages.charts.Spread.Vote;
import dev.touchstone.review.pages.charts.Trend.Series;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ChartTagsTest {

    private static final String HOSTILE = "</svg><script>alert(1)</script> \u202E {msg:skip}";

    @Inject
    Engine engine;

    private Markup drawn(String tag, Object chart, Locale language) throws Exception {
        String template = "{#" + tag + " chart=chart id='c' title='Figures & more' /}";
        return Markup.of(engine.parse(template, Variant.forContentType("text/html")).instance()
                .setLocale(language).data("chart", chart).render());
    }

    private Markup drawn(String tag, Object chart) throws Exception {
        return drawn(tag, chart, Locale.ENGLISH);
    }

    private static void assertNamed(Markup markup) {
        assertEquals("img", markup.all("svg").getFirst().getAttribute("role"));
        assertEquals("c-title", markup.all("svg").getFirst().getAttribute("aria-labelledby"));
        assertEquals("Figures & more", markup.all("title").getFirst().getTextContent());
        assertFalse(markup.all("desc").getFirst().getTextContent().isBlank());
        assertTrue(markup.all("*").stream().noneMatch(element -> element.hasAttribute("style")));
        assertEquals(1, markup.all("details").size());
    }

    @Test
    void aHistogramDrawsItsBinsAndItsLimit() throws Exception {
        // Given
        Histogram chart = Histogram.of(Arrays.asList(.02, .03, .41, null, Double.NaN), Scale.of(0, 1), .35);
        // When
        Markup markup = drawn("histogram", chart);
        // Then
        assertNamed(markup);
        assertEquals(2, markup.all("rect").size());
        assertEquals("34.5", markup.all("rect").getFirst().getAttribute("x"));
        assertEquals("130", markup.all("rect").getFirst().getAttribute("height"));
        assertEquals("65", markup.all("rect").getLast().getAttribute("height"));
        assertEquals("187.3", markup.all("line", "limit").getFirst().getAttribute("x1"));
        assertEquals(List.of("0", "0.05", "2", "0.4", "0.45", "1"), markup.cells());
        assertTrue(markup.text().contains("2 more were not measured"), markup.text());
    }

    @Test
    void nothingMeasuredIsSaidAndNotDrawn() throws Exception {
        // Given
        Histogram chart = Histogram.of(Arrays.asList(null, Double.NaN), Scale.of(0, 1), null);
        // When
        Markup markup = drawn("histogram", chart, Locale.JAPANESE);
        // Then
        assertTrue(markup.all("svg").isEmpty());
        assertTrue(markup.text().contains("測定値がありません。"), markup.text());
        assertTrue(markup.text().contains("2 件"), markup.text());
    }

    @Test
    void barsHaveWhiskersAndWhatWasNotMeasuredHasNone() throws Exception {
        // Given
        Bars chart = Bars.of(List.of(new Entry(Shown.of("injection"), .5, new Interval(.25, .75), "2 / 4", Tone.BAD),
                new Entry(Shown.of(HOSTILE), null, null, "", Tone.CALM)), Scale.shares());
        // When
        Markup markup = drawn("bars", chart);
        // Then
        assertNamed(markup);
        assertEquals("128", markup.all("rect", "bad").getFirst().getAttribute("width"));
        assertEquals("M214 21H342M214 17V25M342 17V25", markup.all("path", "whisker").getFirst().getAttribute("d"));
        assertEquals(List.of("50%", "25% to 75%", "2 / 4", "not measured", "–", ""), markup.cells());
        assertTrue(markup.all("script").isEmpty());
        assertTrue(markup.text().contains("⟦U+202E⟧ {msg:skip}"), markup.text());
    }

    @Test
    void jurorsThatAgreeStandBesideEachOther() throws Exception {
        // Given
        Spread chart = Spread.of(List.of(new Criterion(Shown.of("Safety"), List.of(new Vote(Shown.of("juror-1"), 50.0),
                new Vote(Shown.of("juror-2"), 50.0), new Vote(Shown.of("juror-3"), 80.0), new Vote(Shown.of("juror-4"), null))),
                new Criterion(Shown.of("Autonomy"), List.of(new Vote(Shown.of("juror-1"), null)))), Scale.of(0, 100));
        // When
        Markup markup = drawn("spread", chart);
        // Then
        assertNamed(markup);
        assertEquals(List.of("278 21", "278 15", "354.8 21"), markup.all("circle").stream()
                .map(dot -> dot.getAttribute("cx") + " " + dot.getAttribute("cy")).toList());
        assertEquals("303.6", markup.all("line", "mean").getFirst().getAttribute("x1"));
        assertEquals(List.of("juror-1", "50", "juror-2", "50", "juror-3", "80", "juror-4", "not measured", "juror-1",
                "not measured"), markup.cells());
    }

    @Test
    void aTrendHasAGapWhereNothingWasMeasured() throws Exception {
        // Given
        List<Shown> revisions = List.of(Shown.of("r1"), Shown.of("r2"), Shown.of("r3"), Shown.of("r4"));
        Trend chart = Trend.of(revisions, List.of(new Series(Shown.of("Trust"), Arrays.asList(0.0, null, 50.0, 100.0)),
                new Series(Shown.of("Security"), Arrays.asList(null, null, null, 90.0))), Scale.of(0, 100));
        // When
        Markup markup = drawn("trend", chart);
        // Then
        assertNamed(markup);
        assertEquals("M44 172 M318.7 103 L456 34", markup.all("path", "line").getFirst().getAttribute("d"));
        assertEquals(4 + 2, markup.all("path", "mark").size());
        assertEquals(List.of("0", "not measured", "not measured", "not measured", "50", "not measured", "100", "90"),
                markup.cells());
    }

    @Test
    void oneRevisionIsAPointInTheMiddle() throws Exception {
        // Given
        Trend chart = Trend.of(List.of(Shown.of("only")), List.of(new Series(Shown.of("Trust"), List.of(50.0))),
                Scale.of(0, 100));
        // When
        Markup markup = drawn("trend", chart);
        // Then
        assertEquals("M241 103a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", markup.all("path", "mark").getFirst().getAttribute("d"));
    }

    @Test
    void durationsShareOneScaleAndTellWaitingFromRunning() throws Exception {
        // Given
        Durations chart = Durations.of(List.of(
                new Span(Stage.SECURITY, 1, Duration.ofSeconds(10), Duration.ofSeconds(30), false),
                new Span(Stage.JUDGE, 2, null, Duration.ofSeconds(20), true),
                new Span(Stage.HUMAN, 1, null, null, false)), Duration::toString);
        // When
        Markup markup = drawn("durations", chart);
        // Then
        assertNamed(markup);
        assertEquals(List.of("112 64.5", "176.5 193.5", "112 129"), markup.all("rect").stream()
                .map(bar -> bar.getAttribute("x") + " " + bar.getAttribute("width")).toList());
        assertEquals(List.of("1", "PT10S", "PT30S", "2", "not measured", "PT20S (still runs)", "1", "not measured",
                "not measured"), markup.cells());
    }
}
