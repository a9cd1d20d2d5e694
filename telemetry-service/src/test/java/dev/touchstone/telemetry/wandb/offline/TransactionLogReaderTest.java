package dev.touchstone.telemetry.wandb.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.telemetry.wandb.offline.TransactionLogReader.NotATransactionLog;

class TransactionLogReaderTest {

    private static final int BLOCK = 32_768;

    /** What was read of a file. */
    private record Read(List<String> records, int damages, boolean truncated) {
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.touchstone.telemetry.wandb.offline.FramingTest#vectors")
    void readsWhatTheOfficialWriterWrites(FramingTest.Vector vector) throws IOException {
        assertEquals(new Read(vector.payloads(), 0, false), read(written(vector.payloads())));
    }

    @Test
    void goesOnWithTheNextBlockAfterADamagedRecord() throws IOException {
        // Given
        List<String> payloads = List.of("a".repeat(100), "b".repeat(32_600), "c".repeat(200), "d");
        byte[] file = written(payloads);

        // When
        file[20] ^= 1;

        // Then
        assertEquals(new Read(List.of("d"), 1, false), read(file), "c goes over into the second block, so it is lost too");
    }

    @Test
    void losesOnlyTheRecordThatReachesIntoADamagedBlock() throws IOException {
        // Given
        byte[] file = written(List.of("a", "b".repeat(2 * BLOCK), "c"));

        // When
        file[BLOCK + 100] ^= 1;

        // Then
        assertEquals(new Read(List.of("a", "c"), 1, false), read(file));
    }

    @Test
    void isNotLedAstrayByALengthThatLeavesTheBlock() throws IOException {
        // Given
        byte[] file = written(List.of("a", "b".repeat(40_000), "c"));

        // When
        file[7 + 5] = (byte) 0xFF;

        // Then
        assertEquals(new Read(List.of("c"), 1, false), read(file));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 5, 7, 10, 40_000 })
    void givesTheWholeRecordsBeforeATruncatedEnd(int missing) throws IOException {
        // Given
        byte[] file = written(List.of("first", "x".repeat(50_000), "last"));

        // When
        Read read = read(Arrays.copyOf(file, file.length - missing));

        // Then
        List<String> whole = missing < 11 ? List.of("first", "x".repeat(50_000)) : List.of("first");
        assertEquals(whole, read.records());
        assertEquals(0, read.damages());
        assertTrue(read.truncated());
    }

    @Test
    void anEndBetweenTwoRecordsLooksWhole() throws IOException {
        assertFalse(read(written(List.of())).truncated());
        assertFalse(read(Arrays.copyOf(written(List.of("a", "bc")), 7 + 7 + 1)).truncated());
    }

    @Test
    void refusesAFileOfAnotherKindOrVersion() throws IOException {
        byte[] other = written(List.of("a"));
        other[6] = 1;
        assertThrows(NotATransactionLog.class, () -> read(other));
        assertThrows(NotATransactionLog.class, () -> read(new byte[0]));
        assertThrows(NotATransactionLog.class, () -> read("PK\u0003\u0004 something else".getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] written(List<String> payloads) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        TransactionLog log = new TransactionLog(file);
        for (String payload : payloads) {
            log.append(payload.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    private static Read read(byte[] file) throws IOException {
        TransactionLogReader reader = new TransactionLogReader(new ByteArrayInputStream(file));
        List<String> records = new ArrayList<>();
        for (Optional<byte[]> next = reader.next(); next.isPresent(); next = reader.next()) {
            records.add(new String(next.get(), StandardCharsets.UTF_8));
        }
        return new Read(records, reader.damages(), reader.isTruncated());
    }
}
