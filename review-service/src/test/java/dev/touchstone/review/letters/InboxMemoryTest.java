package dev.touchstone.review.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxMemoryTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final InboxMemory memory = new InboxMemory(Duration.ofDays(30), Clock.fixed(NOW, ZoneOffset.UTC));

    private static ConsumerRecord<String, byte[]> record(long millis, String said) {
        RecordHeaders headers = new RecordHeaders();
        if (!said.isEmpty()) {
            headers.add("ce_time", said.getBytes(StandardCharsets.UTF_8));
        }
        return new ConsumerRecord<>("stage-requests", 0, 7, millis, TimestampType.CREATE_TIME, 0, 0, "key", new byte[0],
                headers, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({ "2026-11-30T11:00:00Z, '', true", "2026-11-01T12:00:00Z, '', true", "2026-11-01T11:59:59Z, '', false",
            "2026-11-30T11:00:00Z, 2026-11-01T12:00:00.123456Z, true", "2026-11-30T11:00:00Z, 2026-10-01T12:00:00Z, false",
            "2026-11-30T11:00:00Z, yesterday, true", "2026-10-01T12:00:00Z, 2026-11-30T11:00:00Z, false" })
    void theOlderOfBothTimesCounts(Instant written, String said, boolean covered) {
        assertEquals(covered, memory.covers(record(written.toEpochMilli(), said)));
    }

    @Test
    void aRecordWithoutATimeIsTooOld() {
        assertEquals(false, memory.covers(record(ConsumerRecord.NO_TIMESTAMP, "")));
    }

    @ParameterizedTest
    @ValueSource(longs = { Long.MIN_VALUE, -1, 0, Long.MAX_VALUE })
    void aLettersTimeCanBeStoredWhateverTheBrokerSays(long millis) {
        // When
        Instant at = Letter.of(record(millis, "")).cause().at();
        // Then
        assertEquals(millis == Long.MAX_VALUE ? Instant.parse("9999-12-31T23:59:59Z") : Instant.EPOCH, at);
    }
}
