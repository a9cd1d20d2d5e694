package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.Progress.First;
import dev.touchstone.telemetry.run.StoredRow;
import dev.touchstone.telemetry.run.StoredRow.Stat;
import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest;
import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest.Chunk;

class BatchTest {

    private static final First OTHERS = new First(10, 7, 20, 30);

    @Test
    void putsEachLineWhereItBelongs() {
        // When
        FileStreamRequest request = Batch.of(List.of(row(3, null), row(4, 1L), row(5, 2L)), 10_000).at(OTHERS, false).next()
                .request();

        // Then
        assertEquals(new Chunk(13, List.of("{\"_step\":10}", "{\"_step\":11}", "{\"_step\":12}")), request.history());
        assertEquals(new Chunk(23, List.of("c3", "c4", "c5")), request.console());
        assertEquals(new Chunk(31, List.of("s1", "s2")), request.events());
    }

    @Test
    void takesWholeRowsAsFarAsTheyFit() {
        assertEquals(2, Batch.of(List.of(row(0, 0L), row(1, 1L), row(2, 2L)), 160).rows().size());
    }

    @Test
    void takesARowThatIsTooLongAlone() {
        assertEquals(1, Batch.of(List.of(row(0, 0L), row(1, 1L)), 1).rows().size());
    }

    @Test
    void saysNothingOfTheConsoleOfRowsThatWandbHadBeforeThereWasOne() {
        // Given
        First upgraded = new First(0, 0, -4, 0);

        // When
        FileStreamRequest request = Batch.of(List.of(row(3, null), row(4, null)), 10_000).at(upgraded, false).next().request();

        // Then
        assertEquals(new Chunk(0, List.of("c4")), request.console());
        assertEquals(3, request.history().offset());
    }

    @Test
    void isNothingWithoutRows() {
        assertEquals(FileStreamRequest.HEARTBEAT, Batch.of(List.of(), 10_000).at(OTHERS, true).next().request());
    }

    private static StoredRow row(long line, @Nullable Long stat) {
        return new StoredRow(line, "{\"_step\":" + line + "}", Instant.EPOCH, "c" + line,
                stat == null ? null : new Stat(stat, "s" + stat));
    }
}
