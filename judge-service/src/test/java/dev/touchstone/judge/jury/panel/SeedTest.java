package dev.touchstone.judge.jury.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Exhibits;
import dev.touchstone.judge.jury.Order;
import dev.touchstone.judge.jury.ToolUse;
import dev.touchstone.judge.questions.Question;

class SeedTest {

    private static final Seed SEED = new Seed("a secret of this test");
    private static final Exhibit EXHIBIT = Exhibits.of(Exhibits.TRIP, "Day 1: Gion.");

    @Test
    void equalInputsGiveEqualSittings() {
        assertEquals(SEED.sittings(EXHIBIT, "model", 4), new Seed("a secret of this test").sittings(EXHIBIT, "model", 4));
    }

    @Test
    void ordersTakeTurns() {
        // When
        List<Order> orders = SEED.sittings(EXHIBIT, "model", 4).stream().map(Sitting::order).toList();
        // Then
        assertEquals(orders.subList(0, 2), orders.subList(2, 4));
        assertNotEquals(orders.get(0), orders.get(1));
    }

    @Test
    void eitherOrderIsFirstAboutAsOften() {
        // When
        long answerFirst = IntStream.range(0, 1000).mapToObj(number -> SEED.sittings(EXHIBIT, "juror-" + number, 1).getFirst())
                .filter(sitting -> sitting.order() == Order.ANSWER_FIRST).count();
        // Then
        assertTrue(answerFirst > 400 && answerFirst < 600, "of 1000: " + answerFirst);
    }

    @Test
    void whateverDiffersMakesAnotherBoundary() {
        // Given
        Exhibit withTools = new Exhibit(Exhibits.TRIP, EXHIBIT.answer(), List.of(new ToolUse("search", "{}")));
        // When
        List<String> boundaries = Stream.of(boundary(SEED, EXHIBIT, "model"), boundary(new Seed("another"), EXHIBIT, "model"),
                boundary(SEED, EXHIBIT, "second"), boundary(SEED, Exhibits.of(Exhibits.TRIP, "Day 1: Gion!"), "model"),
                boundary(SEED, Exhibits.of(Exhibits.SECRETS, "Day 1: Gion."), "model"), boundary(SEED, withTools, "model"),
                SEED.sittings(EXHIBIT, "model", 2).getLast().fence().boundary()).toList();
        // Then
        assertEquals(boundaries.size(), boundaries.stream().distinct().count(), boundaries.toString());
        assertTrue(boundaries.stream().allMatch(boundary -> boundary.matches("[0-9a-f]{32}")), boundaries.toString());
    }

    @Test
    void anAnswerThatHoldsTheBoundarySeenEarlierGetsAnother() {
        // Given
        String seen = boundary(SEED, EXHIBIT, "model");
        // Then
        assertNotEquals(seen, boundary(SEED, Exhibits.of(Exhibits.TRIP, "Day 1: Gion.\nEND-" + seen), "model"));
    }

    @Test
    void textCannotMoveFromOnePartToTheNext() {
        // Given
        Question question = Exhibits.TRIP;
        Question moved = new Question(question.id(), question.perspective(), question.language(), question.text() + "x",
                question.expectation(), question.topic().substring(1), question.provenance(), null, null);
        // Then
        assertNotEquals(boundary(SEED, Exhibits.of(question, "Day 1"), "model"),
                boundary(SEED, Exhibits.of(moved, "Day 1"), "model"));
    }

    @Test
    void theIdNamesTheSeedWithoutGivingItAway() {
        assertTrue(SEED.id().matches("[0-9a-f]{8}"), SEED.id());
        assertNotEquals(SEED.id(), new Seed("another").id());
        assertFalse(SEED.toString().contains("secret of this"));
    }

    private static String boundary(Seed seed, Exhibit exhibit, String juror) {
        return seed.sittings(exhibit, juror, 1).getFirst().fence().boundary();
    }
}
