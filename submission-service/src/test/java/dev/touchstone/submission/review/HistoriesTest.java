package dev.touchstone.submission.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recorded histories lead to the states and tell the events that they led to and told when they were recorded. A change
 * of what the machine or the policy does is seen here; where it is meant, {@code -Dtouchstone.record=true} records anew.
 */
class HistoriesTest {

    static Stream<Path> histories() {
        return RecordedHistory.all();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aRecordedHistoryReplaysToTheSame(Path file) {
        // Given
        RecordedHistory recorded = RecordedHistory.read(file);
        // When
        RecordedHistory replayed = recorded.replayed();
        // Then
        assertEquals(recorded.told(), replayed.told());
        assertEquals(recorded, replayed);
    }

    @Test
    void everyScriptIsRecorded() {
        for (String name : Histories.SCRIPTS.keySet()) {
            assertTrue(RecordedHistory.named(name).toFile().exists(), name);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "touchstone.record", matches = "true")
    void record() throws IOException {
        for (var script : Histories.SCRIPTS.entrySet()) {
            RecordedHistory.of(script.getValue().apply(new Played())).write(RecordedHistory.named(script.getKey()));
        }
    }
}
