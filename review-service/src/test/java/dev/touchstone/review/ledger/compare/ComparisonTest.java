package dev.touchstone.review.ledger.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.compare.RunSide.Row;

class ComparisonTest {

    private static final String RUN = "night-run_7";
    private static final Leaf FIRST = leaf(4, "e-1");
    private static final Leaf SECOND = leaf(9, "e-2");
    private static final List<Leaf> LEDGER = List.of(FIRST, SECOND);
    private static final Set<String> EVENTS = Set.of("e-0", "e-1", "e-2");
    private static final List<Row> ROWS = List.of(row(3, FIRST), row(7, SECOND));

    private static Leaf leaf(long index, String eventId) {
        return Leaf.of(Entry.of(index,
                "{\"eventId\":\"" + eventId + "\",\"index\":" + index + ",\"wandbRunId\":\"" + RUN + "\"}"));
    }

    private static Row row(long step, Leaf leaf) {
        return new Row(step, leaf.index(), leaf.leafHash(), leaf.eventId());
    }

    @Test
    void whereBothSaySoThereIsNoDifference() {
        assertEquals(List.of(), Comparison.of(LEDGER, new RunSide(Set.of(RUN), ROWS, EVENTS)));
        assertEquals(List.of(), Comparison.of(LEDGER, new RunSide(Set.of(), ROWS, EVENTS)));
        assertEquals(List.of(), Comparison.of(List.of(), new RunSide(Set.of(RUN), List.of(), Set.of())));
    }

    static Stream<Arguments> tampered() {
        return Stream.of(
                Arguments.of("a row was deleted", LEDGER, new RunSide(Set.of(RUN), ROWS.subList(0, 1), EVENTS),
                        List.of(new Difference.EntryWithoutRow(9))),
                Arguments.of("an entry was left out", LEDGER.subList(1, 2), new RunSide(Set.of(RUN), ROWS, EVENTS),
                        List.of(new Difference.RowWithoutEntry(4, 3))),
                Arguments.of("an entry was rewritten", List.of(leaf(4, "e-1"), leaf(9, "e-0")),
                        new RunSide(Set.of(RUN), ROWS, EVENTS),
                        List.of(new Difference.OtherLeafHash(9, 7, leaf(9, "e-0").leafHash(), SECOND.leafHash()),
                                new Difference.OtherEventId(9, 7, "e-0", "e-2"))),
                Arguments.of("a row has another hash", LEDGER,
                        new RunSide(Set.of(RUN), List.of(row(3, FIRST), new Row(7, 9L, "ab", "e-2")), EVENTS),
                        List.of(new Difference.OtherLeafHash(9, 7, SECOND.leafHash(), "ab"))),
                Arguments.of("a row lacks the event", LEDGER,
                        new RunSide(Set.of(RUN), List.of(row(3, FIRST), new Row(7, 9L, SECOND.leafHash(), null)), EVENTS),
                        List.of(new Difference.OtherEventId(9, 7, "e-2", ""))),
                Arguments.of("it is another run", LEDGER, new RunSide(Set.of("other", "other-2"), ROWS, EVENTS),
                        List.of(new Difference.WrongRun(4, RUN, List.of("other", "other-2")),
                                new Difference.WrongRun(9, RUN, List.of("other", "other-2")))),
                Arguments.of("one entry is of another run", List.of(FIRST, SECOND, new Leaf(12, "cd", "e-0", "other")),
                        new RunSide(Set.of(), List.of(row(3, FIRST), row(7, SECOND), new Row(8, 12L, "cd", "e-0")), EVENTS),
                        List.of(new Difference.WrongRun(12, "other", List.of(RUN)))),
                Arguments.of("a row stands twice", LEDGER,
                        new RunSide(Set.of(RUN), List.of(row(3, FIRST), row(7, SECOND), row(8, SECOND)), EVENTS),
                        List.of(new Difference.DuplicateIndex(9, false, 2))),
                Arguments.of("an index stands twice", List.of(FIRST, SECOND, SECOND), new RunSide(Set.of(RUN), ROWS, EVENTS),
                        List.of(new Difference.DuplicateIndex(9, true, 2))),
                Arguments.of("the event's row lacks", LEDGER, new RunSide(Set.of(RUN), ROWS, Set.of("e-1")),
                        List.of(new Difference.EventWithoutRow(9, "e-2"))),
                Arguments.of("a row says nothing", LEDGER,
                        new RunSide(Set.of(RUN), List.of(row(3, FIRST), row(7, SECOND), new Row(8, null, "ab", null)), EVENTS),
                        List.of(new Difference.UnreadableRow(-1, 8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampered")
    void everyDifferenceIsNamed(String what, List<Leaf> ledger, RunSide run, List<Difference> expected) {
        // When
        List<Difference> found = Comparison.of(ledger, run);
        // Then
        assertEquals(expected, found);
        found.forEach(difference -> assertEquals(1, difference.text().lines().count(), what));
    }

    @Test
    void theRowsOfAHistoryAreReadWithTheirNumbersInAnyForm() throws IOException {
        // Given
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = List.of(
                json.readTree("{\"event/id\":\"e-1\",\"_step\":2}"),
                json.readTree("{\"ledger/index\":4.0,\"ledger/leaf_hash\":\"ab\",\"ledger/event_id\":\"e-1\",\"_step\":3.0}"),
                json.readTree("{\"ledger/index\":4.5,\"_step\":4}"), json.readTree("{\"ledger/index\":1e300,\"_step\":5}"),
                json.readTree("{\"ledger/index\":\"4\",\"ledger/leaf_hash\":7,\"_step\":6}"));
        // When
        RunSide run = RunSide.of(Set.of(RUN), lines);
        // Then
        assertEquals(new RunSide(Set.of(RUN), List.of(new Row(3, 4L, "ab", "e-1"), new Row(4, null, null, null),
                new Row(5, null, null, null), new Row(6, null, null, null)), Set.of("e-1")), run);
    }
}
