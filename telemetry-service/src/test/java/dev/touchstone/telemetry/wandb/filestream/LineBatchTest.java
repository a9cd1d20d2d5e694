package dev.touchstone.telemetry.wandb.filestream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class LineBatchTest {

    @Test
    void takesAsManyLinesAsThereIsRoomForInBytes() {
        assertEquals(List.of("one", "two"), LineBatch.fill(List.of("one", "two", "three"), 10));
        assertEquals(List.of("日"), LineBatch.fill(List.of("日", "本"), 5));
    }

    @Test
    void sendsALineAloneThatIsTooLongForAnyRequest() {
        assertEquals(List.of("three"), LineBatch.fill(List.of("three", "four"), 0));
    }

    @Test
    void takesNothingOfNothing() {
        assertEquals(List.of(), LineBatch.fill(List.of(), 10));
    }
}
