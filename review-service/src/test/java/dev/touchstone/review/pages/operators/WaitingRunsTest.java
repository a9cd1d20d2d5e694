package dev.touchstone.review.pages.operators;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class WaitingRunsTest {

    @Inject
    Talk talk;

    private final Reviews offline = new Reviews();
    private final Reviews online = new Reviews();

    @Test
    void runsThatWaitAreListedWithTheirCauseAndTheOthersAreNot() {
        // Given
        talk.tell(offline.requested(Stage.PRECHECK, 1).run(RunState.OFFLINE, "no API key"));
        talk.tell(online.requested(Stage.PRECHECK, 1).run(RunState.OFFLINE, "no API key").run(RunState.ONLINE, "reachable"));
        // When
        var runs = as(TestKeys.OPERATOR).get("/review/runs?state=offline&limit=200").then();
        // Then
        String id = offline.id().toString();
        runs.statusCode(200).body("runs.submissionId", hasItem(id))
                .body("runs.submissionId", not(hasItem(online.id().toString())))
                .body("runs.find { it.submissionId == '" + id + "' }.since", notNullValue())
                .body("runs.find { it.submissionId == '" + id + "' }.wandbRun.cause", equalTo("no-key"));
        as(TestKeys.OPERATOR).get("/review/runs?state=online").then().statusCode(422);
        as(TestKeys.OPERATOR).get("/runs?state=offline").then().statusCode(200)
                .body(containsString("/submissions/" + id), containsString("/review/runs/" + id + "/offline-archive"));
        as(TestKeys.OPERATOR).get("/runs?state=catching-up").then().body(not(containsString("/submissions/" + id)));
        as(TestKeys.REVIEWER).get("/runs").then().statusCode(403);
    }
}
