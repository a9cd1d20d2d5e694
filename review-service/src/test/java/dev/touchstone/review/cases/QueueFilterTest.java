package dev.touchstone.review.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueFilterTest {

    @Test
    void anAddressHoldsTheWholeFilter() {
        // Given
        QueueFilter filter = QueueFilter.ALL.with(QueueFacet.TEXT, "旅行 & more=1").with(QueueFacet.REASON, "policy")
                .with(QueueFacet.CLAIMED, "nobody");
        // When
        QueueFilter again = QueueFilter.parse(filter.query());
        // Then
        assertEquals(filter, again);
    }

    @Test
    void whatIsNotUnderstoodIsNamedAndLeftOut() {
        // When
        QueueFilter.Reading reading = QueueFilter.read(
                new HashMap<>(
                        Map.of("reason", "policy' or 1=1", "sort", "size", "overdue", "true", "q", "x".repeat(201)))::get);
        // Then
        assertEquals(Map.of(QueueFacet.OVERDUE, "true"), reading.filter().chosen());
        assertEquals(List.of("/q", "/reason", "/sort"), reading.violations().stream().map(each -> each.pointer()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "&&&", "=x", "a", "reason=%zz", "//evil.example/", "q" })
    void aBrokenQueryIsNoFilter(String query) {
        assertTrue(QueueFilter.parse(query).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "'', WAITING RUNNING ENDED", "state=ended, ENDED", "state=published, ENDED",
            "state=in_review, RUNNING", "claimed=me, WAITING", "overdue=true&state=ended, ''",
            "verdict=reject, WAITING RUNNING ENDED" })
    void onlySectionsThatCanHoldSuchCasesAreLookedAt(String query, String sections) {
        assertEquals(sections, String.join(" ", QueueFilter.parse(query).sections().stream().map(Enum::name).toList()));
    }

    @Test
    void aPositionIsGoodForItsOwnFilterOnly() {
        // Given
        QueuePosition position = new QueuePosition(QueueSection.WAITING, QueueOrder.OLDEST,
                Instant.parse("2026-11-01T12:00:00.123456Z").toString(), UUID.randomUUID());
        // When
        String text = position.text();
        // Then
        assertEquals(Optional.of(position), QueuePosition.read(text, QueueFilter.ALL));
        assertEquals(Optional.empty(), QueuePosition.read(text, QueueFilter.parse("sort=agent")));
        assertEquals(Optional.empty(), QueuePosition.read(text, QueueFilter.parse("state=ended")));
        for (String broken : List.of("", "x", "€", text.substring(4), text + text)) {
            assertEquals(Optional.empty(), QueuePosition.read(broken, QueueFilter.ALL), broken);
        }
    }
}
