package dev.touchstone.telemetry.sender;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import io.quarkus.test.junit.QuarkusTest;

/** Whatever W&amp;B does, this service is ready: taking it out of service would help nobody. */
@QuarkusTest
class ReadinessTest extends SendingTest {

    @Test
    void aRefusedKeyLeavesTheServiceReady() {
        // Given
        wandb.fail(ScriptedWandb.status(401));

        // When
        say(request());

        // Then
        assertEquals(RunStateCause.KEY_REFUSED, awaitState(RunState.CATCHING_UP).cause());
        given().get(management("health/ready")).then().statusCode(200);
    }

    @Test
    void aSilentWandbLeavesTheServiceReady() throws IOException {
        // Given
        int port = wandb.url().getPort();
        wandb.close();
        try (ServerSocket silent = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {

            // When
            say(request());

            // Then
            assertEquals(RunStateCause.UNREACHABLE, awaitState(RunState.CATCHING_UP).cause());
            given().get(management("health/ready")).then().statusCode(200);
            assertEquals(port, silent.getLocalPort());
        }
    }
}
