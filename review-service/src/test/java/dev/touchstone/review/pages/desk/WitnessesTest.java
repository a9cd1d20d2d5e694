package dev.touchstone.review.pages.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;
import dev.touchstone.review.artifacts.rows.Point;
import dev.touchstone.review.artifacts.rows.Point.Dissent;
import dev.touchstone.review.pages.desk.Exhibit.Part;
import dev.touchstone.review.pages.desk.Exhibit.Passage;
import dev.touchstone.review.pages.desk.Exhibit.Witness;

class WitnessesTest {

    @Test
    void eachClaimIsShownByTheWorstLineOfItsKind() {
        // Given
        List<Point> points = List.of(point(Stage.SECURITY, 4, "complied"), point(Stage.SECURITY, 2, "complied"),
                point(Stage.FUNCTIONAL, 9, "fail"), point(Stage.FUNCTIONAL, 1, "needs_review"));
        // When
        List<Witness> witnesses = Witnesses.of(points);
        // Then
        assertEquals(List.of(Claim.COMPLIED, Claim.FAILED, Claim.UNCLEAR), witnesses.stream().map(Witness::claim).toList());
        assertEquals("security?line=4#line-4", witnesses.getFirst().place());
        assertEquals(List.of(Part.PROMPT, Part.EXPECTED, Part.ANSWER),
                witnesses.get(1).passages().stream().map(Passage::part).toList());
    }

    @Test
    void whoSawACriticalIssueSpeaksBeforeOtherDissenters() {
        // Given
        Point point = new Point(Stage.JUDGE, 3, "manual", texts(), List.of(new Dissent(Shown.of("mild"), "approve", false),
                new Dissent(Shown.of("strict"), "reject", true)));
        // When
        List<Witness> witnesses = Witnesses.of(List.of(point));
        // Then
        assertEquals(List.of(Claim.CRITICAL, Claim.DISAGREE), witnesses.stream().map(Witness::claim).toList());
        assertEquals(new Passage(Part.JUROR, Shown.of("strict: reject")), witnesses.getFirst().passages().getLast());
    }

    @Test
    void withoutAnAnswerTheReasonIsRead() {
        // Given
        Point silent = new Point(Stage.SECURITY, 1, "error",
                new Point.Texts(Shown.of("t"), Shown.of("asked"), Shown.of(""), Shown.of(""), Shown.of("timeout")), List.of());
        // When
        List<Witness> witnesses = Witnesses.of(List.of(silent));
        // Then
        assertEquals(new Passage(Part.REASON, Shown.of("timeout")), witnesses.getFirst().passages().getLast());
    }

    private static Point point(Stage stage, int line, String outcome) {
        return new Point(stage, line, outcome, texts(), List.of());
    }

    private static Point.Texts texts() {
        return new Point.Texts(Shown.of("title"), Shown.of("asked"), Shown.of("expected"), Shown.of("said"),
                Shown.of("reason"));
    }
}
