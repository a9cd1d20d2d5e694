package dev.touchstone.review.cases;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.RecordStatement.ArtifactLogged;
import dev.touchstone.events.RecordStatement.ArtifactNotLogged;
import dev.touchstone.events.RecordStatement.RunAliased;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStopped;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.EventBus;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is told of the W&amp;B run, and what the API makes of it. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class RunTest {

    private static final String MANIFEST = "64e7c61456b10382e2f3b571ac24b659";

    @Inject
    Talk talk;

    @Inject
    EventBus bus;

    private final Reviews review = new Reviews();

    @ParameterizedTest
    @ValueSource(strings = { "/review/runs/", "/review/progress/" })
    void everythingThatWasToldOfTheRunIsShown(String path) {
        // Given
        String alias = review.review().wandbRun().runId() + "-2";
        talk.tell(review.requested(Stage.PRECHECK, 1).recorded(new RunAliased(alias, "a deleted run had the id"))
                .run(RunState.CATCHING_UP, RunStateCause.RATE_LIMITED, "asked to wait").recorded(new RunStopped())
                .recorded(new ArtifactLogged("report", "security", MANIFEST, "QQ==", List.of()))
                .recorded(new ArtifactNotLogged("jurors", "judge", "a file is gone")));
        // When
        var answer = as(TestKeys.SUBMITTER).get(path + review.id()).then();
        // Then
        answer.statusCode(200).body("wandbRun.runId", equalTo(review.review().wandbRun().runId()))
                .body("wandbRun.alias", equalTo(alias)).body("wandbRun.url", endsWith("/runs/" + alias))
                .body("wandbRun.state", equalTo("catching-up")).body("wandbRun.cause", equalTo("rate-limited"))
                .body("wandbRun.stopped", equalTo(true))
                .body("wandbRun.links.artifacts", endsWith("/runs/" + alias + "/artifacts"))
                .body("wandbRun.links.workspace", endsWith("/acme/reviews/workspace"))
                .body("wandbArtifacts[0].digest", equalTo(MANIFEST)).body("wandbArtifacts[0].reason", nullValue())
                .body("wandbArtifacts[1].digest", nullValue()).body("wandbArtifacts[1].reason", equalTo("a file is gone"));
    }

    @Test
    void ofARunThatNothingWasToldOfNothingIsMadeUp() {
        // When
        talk.tell(review.requested(Stage.PRECHECK, 1));
        // Then
        as(TestKeys.REVIEWER).get("/review/runs/" + review.id()).then().statusCode(200)
                .body("wandbRun.state", equalTo("unknown")).body("wandbRun.cause", nullValue())
                .body("wandbRun.alias", nullValue()).body("wandbRun.stopped", equalTo(false))
                .body("wandbArtifacts", empty()).body("links", aMapWithSize(2));
    }

    @Test
    void whatThisServiceSaysNamesTheAliasThatItHasHeardOf() {
        // Given
        talk.tell(review.recorded(new RunAliased("run-2", "a deleted run had the id")));
        // When
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "open"));
        // Then
        StageEvent pending = talk.answer(review.id(), "decision_pending");
        StageEvent appended = bus.await(review.id(), "ledger_appended");
        assertEquals(review.review().withAlias("run-2"), pending.review());
        assertEquals(review.review().withAlias("run-2"), appended.review());
    }

    @Test
    void aReviewIsFoundByTheIdThatWandbHasItsRunUnder() {
        // When
        String alias = "alias-" + review.id();
        talk.tell(review.requested(Stage.PRECHECK, 1).recorded(new RunAliased(alias, "a deleted run had the id")));
        // Then
        as(TestKeys.REVIEWER).queryParam("q", alias).get("/review/queue").then().body("cases.submissionId",
                hasItem(review.id().toString()));
    }
}
