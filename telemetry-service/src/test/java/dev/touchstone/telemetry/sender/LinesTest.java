package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void raisesOnlyTheStepOfTheLineItself() {
        // Given
        String line = "{\"text\":\"\\\"_step\\\":3}\",\"_step\":3}";

        // Then
        assertEquals("{\"text\":\"\\\"_step\\\":3}\",\"_step\":10}", Lines.raised(line, 7));
        assertEquals(line, Lines.raised(line, 0));
    }

    @Test
    void endsTheSummaryAtTheLastStep() {
        assertEquals("{\"_timestamp\":1767226140.000,\"_runtime\":240,\"_wandb\":{\"runtime\":240},\"_step\":11}",
                Lines.summary(NextStepTest.run(5, 1, null, 60), 7));
    }
}
