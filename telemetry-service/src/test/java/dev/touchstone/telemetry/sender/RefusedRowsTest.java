package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.wandb.ScriptedWandb;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

/** Operators can tell that W&amp;B does not have a row, and why. */
@QuarkusTest
class RefusedRowsTest extends SendingTest {

    @Inject
    MeterRegistry meters;

    @Test
    void aRowThatNoRequestCanHoldIsCountedAndKeepsItsPlace() {
        // Given
        wandb.fail(ScriptedWandb.status(503));
        say(request());
        eventually().until(() -> execute("""
                update wandb_row set json = '{"text":"' || repeat('x', 10485760) || '","_step":0}'
                where submission_id = $1""") == 1);
        double before = refused("too-long");

        // When
        wandb.recover();

        // Then
        awaitLines(1);
        assertEquals(List.of("{\"_step\":0}"), run().lines());
        eventually().untilAsserted(() -> assertEquals(before + 1, refused("too-long")));
    }

    @Test
    void rowsThatWandbRefusesAreCountedWithEachTryAndWait() {
        // Given
        double before = refused("refused");
        wandb.failNextOf(review.wandbRun().runId(), ScriptedWandb.status(413), ScriptedWandb.status(413));

        // When
        say(request());

        // Then
        awaitLines(1);
        eventually().untilAsserted(() -> assertEquals(before + 2, refused("refused")));
    }

    private double refused(String cause) {
        return meters.get("touchstone.wandb.rows.refused").tag("cause", cause).counter().count();
    }
}
