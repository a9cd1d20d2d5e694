package dev.touchstone.telemetry.wandb.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartSizeTest {

    private static final long USUAL = 100L << 20;

    @Test
    void filesAreDividedFrom2GiBOn() {
        assertFalse(PartSize.DEFAULT.divides(0));
        assertFalse(PartSize.DEFAULT.divides((2L << 30) - 1));
        assertTrue(PartSize.DEFAULT.divides(2L << 30));
    }

    @ParameterizedTest
    @CsvSource({ "1048576, 104857600", "104857600, 104857600", "1048576000000, 104857600", "1048576000001, 104861696",
            "1048616960000, 104861696", "1048616960001, 104865792" })
    void partsGrowByWholePagesOnceThereWouldBeTooMany(long fileSize, long partSize) {
        assertEquals(partSize, PartSize.DEFAULT.of(fileSize));
        assertEquals(0, partSize % 4_096);
        assertTrue(partSize * 10_000 >= fileSize && partSize >= USUAL);
    }
}
