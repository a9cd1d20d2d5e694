package dev.touchstone.review.ledger.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.review.ledger.compare.History.NotAHistory;
import dev.touchstone.review.ledger.compare.RunSide.Row;

class HistoryTest {

    private static RunSide read(String text) throws IOException, NotAHistory {
        return History.read(Set.of("r-1"), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "%s\n%s\n", "[%s, %s]", "\n %s\r\n\r\n%s" })
    void rowsAreReadInEveryForm(String form) throws IOException, NotAHistory {
        // When
        RunSide run = read(form.formatted("{\"event/id\":\"e-1\",\"security/score\":NaN,\"_step\":0}",
                "{\"ledger/index\":7,\"ledger/leaf_hash\":\"ab\",\"ledger/event_id\":\"e-1\",\"_step\":1}"));
        // Then
        assertEquals(new RunSide(Set.of("r-1"), List.of(new Row(1, 7L, "ab", "e-1")), Set.of("e-1")), run);
    }

    @Test
    void anEmptyHistoryHasNoRows() throws IOException, NotAHistory {
        assertEquals(new RunSide(Set.of("r-1"), List.of(), Set.of()), read(""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"_step\":0}\n<html>", "{\"_step\":0}\n17", "{\"_step\":0}\n{\"ledger/index\":" })
    void whatIsNoHistoryIsSaidSoAndNotRepeated(String text) {
        // When
        NotAHistory refusal = assertThrows(NotAHistory.class, () -> read(text));
        // Then
        assertFalse(String.valueOf(refusal.getMessage()).contains("html"), refusal.getMessage());
    }
}
