package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import dev.touchstone.telemetry.wandb.ScriptedWandb.Fault;
import dev.touchstone.telemetry.wandb.ScriptedWandb.Seen;
import io.quarkus.test.junit.QuarkusTest;

/** Whether W&amp;B will have a run is known with its first event, and not asked more often than that. */
@QuarkusTest
class KeyAndProjectTest extends SendingTest {

    @Test
    void aRefusedKeyIsToldAtOnceAndAskedAboutAgain() {
        // Given
        wandb.fail(new Fault.Status(401, Map.of(), "{\"error\":\"user is not logged in\"}"));
        say(request());
        assertEquals(RunStateCause.KEY_REFUSED, awaitState(RunState.CATCHING_UP).cause());

        // When
        wandb.recover();

        // Then
        awaitLines(1);
        awaitState(RunState.ONLINE);
        assertTrue(wandb.seen().stream().anyMatch(request -> request.operation().equals("Viewer")));
    }

    @Test
    void aProjectThatIsClosedToTheKeyIsToldAtOnce() {
        // Given
        wandb.fail(ScriptedWandb.status(403));

        // When
        say(request());

        // Then
        assertEquals(RunStateCause.NOT_PERMITTED, awaitState(RunState.CATCHING_UP).cause());
    }

    @Test
    void aProjectIsAskedAboutOnceForAllItsRuns() {
        // Given
        String project = UUID.randomUUID().toString();
        List<ReviewRef> reviews = List.of(in(project), in(project), in(project));

        // When
        reviews.forEach(each -> {
            say(Samples.requested(each, Stage.PRECHECK));
            eventually().until(() -> runOf(each).size() == 1);
        });

        // Then
        assertEquals(1, wandb.seen().stream().filter(request -> asksFor(request, project)).count());
    }

    @Test
    void whatIsKnownOfProjectsIsBounded() {
        // Given
        KnownProjects known = new KnownProjects();

        // When
        for (int i = 0; i < 1_001; i++) {
            known.add("acme", "project-" + i);
        }

        // Then
        assertFalse(known.know("acme", "project-0"));
        assertTrue(known.know("acme", "project-1000"));
    }

    private static boolean asksFor(Seen request, String project) {
        return request.operation().equals("GetProject") && request.body().toString().contains(project);
    }

    private static ReviewRef in(String project) {
        ReviewRef any = Samples.review();
        return new ReviewRef(any.submissionId(), any.workflowRunId(), any.agentId(), any.revision(),
                new WandbRun("acme", project, any.wandbRun().runId(), any.wandbRun().baseUrl()));
    }
}
