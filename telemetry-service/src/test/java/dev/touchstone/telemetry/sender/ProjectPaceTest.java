package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.sender.ProjectPace.Project;
import io.quarkus.test.junit.QuarkusTest;

/** All replicas together keep to what W&amp;B allows a project. */
@QuarkusTest
class ProjectPaceTest extends SendingTest {

    private final Project project = new Project("http://localhost:8090", "acme", UUID.randomUUID().toString());

    @Test
    void twoReplicasShareTheTurnsOfASecond() {
        // Given
        ProjectPace one = new ProjectPace(pool, 4);
        ProjectPace two = new ProjectPace(pool, 4);

        // When
        int turns = 0;
        for (int i = 0; i < 10; i++) {
            turns += one.take(project).isZero() ? 1 : 0;
            turns += two.take(project).isZero() ? 1 : 0;
        }

        // Then
        assertTrue(turns >= 4 && turns <= 7, turns + " turns at once, of 4 a second");
        Duration wait = one.take(project);
        assertTrue(wait.compareTo(Duration.ZERO) > 0 && wait.compareTo(Duration.ofMillis(250)) <= 0, wait::toString);
    }

    @Test
    void aPauseThatWandbAsksForHoldsAll() {
        // Given
        ProjectPace one = new ProjectPace(pool, 500);
        ProjectPace two = new ProjectPace(pool, 500);
        assertEquals(Duration.ZERO, one.take(project));

        // When
        one.hold(project, Duration.ofSeconds(60));

        // Then
        for (ProjectPace each : new ProjectPace[] { one, two }) {
            Duration wait = each.take(project);
            assertTrue(wait.compareTo(Duration.ofSeconds(55)) > 0 && wait.compareTo(Duration.ofSeconds(61)) < 0,
                    wait::toString);
        }
        assertEquals(Duration.ZERO, one.take(new Project("http://localhost:8090", "acme", UUID.randomUUID().toString())));
    }
}
