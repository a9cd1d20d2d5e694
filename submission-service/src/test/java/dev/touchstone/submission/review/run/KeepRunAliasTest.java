package dev.touchstone.submission.review.run;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunAliased;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.RedeliveryKit;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;

@ServiceTest
class KeepRunAliasTest extends RedeliveryKit {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    protected String handler() {
        return "KeepRunState";
    }

    @Override
    protected StageEvent event() {
        return aliased(Api.accepted(RelayDouble.GOOD), 3, "-2");
    }

    @Override
    protected long effectsOf(StageEvent event) {
        return ((RunAliased) event.body()).alias().equals(alias(event.submissionId())) ? 1 : 0;
    }

    @Test
    void fromThenOnWhateverIsSaidOfTheSubmissionNamesTheAlias() {
        // Given
        ReviewRef review = atSecurity();
        say(aliased(review, 40, "-2"));
        // When
        Api.asSubmitter().when().delete("/api/v1/submissions/" + review.submissionId()).then().statusCode(202);
        // Then
        StageEvent before = bus.await(review.submissionId(), "requested");
        StageEvent after = bus.await(review.submissionId(), "cancelled");
        assertNull(before.review().wandbRun().alias());
        assertEquals(review.withAlias(review.wandbRun().runId() + "-2"), after.review());
    }

    @Test
    void everyAnswerThatShowsTheRunLeadsToTheAlias() {
        // Given
        ReviewRef review = atSecurity();
        String runId = review.wandbRun().runId();
        // When
        say(aliased(review, 40, "-2"));
        // Then
        Api.get(review.submissionId(), "").statusCode(200).body("wandbRun.runId", equalTo(runId))
                .body("wandbRun.alias", equalTo(runId + "-2")).body("wandbRun.url", endsWith("/runs/" + runId + "-2"));
        Api.get(review.submissionId(), "/progress").statusCode(200)
                .body("wandbRun.links.run", endsWith("/runs/" + runId + "-2"))
                .body("wandbRun.links.artifacts", endsWith("/runs/" + runId + "-2/artifacts"));
    }

    @Test
    void anEventThatWasUnderWayStillBelongsToTheReview() {
        // Given
        ReviewRef review = atSecurity();
        say(aliased(review, 40, "-2"));
        // When
        bus.send(Samples.event(review, Stage.SECURITY, 1, 41, new Started()));
        // Then
        await().atMost(PATIENCE).until(() -> "running".equals(
                Api.get(review.submissionId(), "/progress").extract().path("stages[1].status")));
        assertEquals(review.wandbRun().runId() + "-2", alias(review.submissionId()));
    }

    @Test
    void aSecondAliasReplacesTheFirstAndNotTheOtherWayRound() {
        // Given
        ReviewRef review = atSecurity();
        say(aliased(review, 50, "-3"));
        // When
        bus.send(aliased(review, 40, "-2"));
        bus.send(aliased(review, 60, "-4"));
        // Then
        await().atMost(PATIENCE).until(() -> (review.wandbRun().runId() + "-4").equals(alias(review.submissionId())));
    }

    @Test
    void noOtherSubmissionMayHaveTheAliasForItsRun() {
        // Given
        ReviewRef review = atSecurity();
        say(aliased(review, 40, "-2"));
        // When
        var answer = Api.post(Api.inRun(review.wandbRun().runId() + "-2", null));
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:wandb-run-taken"));
    }

    private ReviewRef atSecurity() {
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        bus.await(review.submissionId(), event -> event.stage() == Stage.SECURITY && event.event().equals("requested"));
        return review;
    }

    private void say(StageEvent event) {
        bus.send(event);
        await().atMost(PATIENCE).until(() -> effectsOf(event) == 1);
    }

    private static StageEvent aliased(ReviewRef review, long sequence, String suffix) {
        return Samples.event(review, Stage.PRECHECK, 1, sequence,
                new RunAliased(review.wandbRun().runId() + suffix, "a deleted run had the id"));
    }

    private static String alias(UUID submissionId) {
        return String.valueOf(Api.get(submissionId, "/progress").extract().<Object> path("wandbRun.alias"));
    }
}
