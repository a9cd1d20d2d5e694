package dev.touchstone.submission.review.run;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.RecordStatement.ArtifactLogged;
import dev.touchstone.events.RecordStatement.ArtifactNotLogged;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.RecordStatement.RunStopped;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.response.ValidatableResponse;

@ServiceTest
class KeepRunRecordTest extends BusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FIRST = "64e7c61456b10382e2f3b571ac24b659";
    private static final String SECOND = "0123456789abcdef0123456789abcdef";

    private ReviewRef review = Samples.review();

    @BeforeEach
    void submit() {
        review = Api.accepted(RelayDouble.GOOD);
    }

    @Test
    void ofARunThatNothingWasSaidOfNothingIsMadeUp() {
        progress().body("wandbRun.state", equalTo("unknown")).body("wandbRun.cause", nullValue())
                .body("wandbRun.stopped", equalTo(false)).body("wandbArtifacts", empty());
    }

    @Test
    void theCauseOfAStateIsShown() {
        // When
        say(20, new RunStateChanged(RecordStatement.RunState.OFFLINE, RunStateCause.NO_KEY, "there is no key", null));
        // Then
        await().atMost(PATIENCE).until(() -> "no-key".equals(progress().extract().path("wandbRun.cause")));
        progress().body("wandbRun.state", equalTo("offline")).body("wandbRun.reason", equalTo("there is no key"));
    }

    @Test
    void aStopIsShownWhateverComesAfterIt() {
        // Given
        say(20, new RunStopped());
        await().atMost(PATIENCE).until(() -> progress().extract().path("wandbRun.stopped"));
        // When
        say(21, new RunStateChanged(RecordStatement.RunState.ONLINE, RunStateCause.REACHABLE, "W&B can be reached", null));
        // Then
        await().atMost(PATIENCE).until(() -> "online".equals(progress().extract().path("wandbRun.state")));
        progress().body("wandbRun.stopped", equalTo(true));
    }

    @Test
    void everyVersionOfAnArtifactIsShownOnceAndWhatWandbHasAfterAllIsNotMissing() {
        // Given
        String file = Samples.CARD.digest();
        say(20, new ArtifactNotLogged("security", "security", "W&B refused the manifest"));
        say(21, new ArtifactNotLogged("judge", "judge", "a file of it is gone"));
        // When
        say(22, new ArtifactLogged("security", "security", FIRST, "QXJ0aWZhY3Q6MQ==", List.of(file)));
        say(23, new ArtifactLogged("security", "security", SECOND, null, List.of()));
        say(24, new ArtifactLogged("security", "security", FIRST, "QXJ0aWZhY3Q6MQ==", List.of(file)));
        // Then
        await().atMost(PATIENCE).until(() -> List.of("judge", "security", "security")
                .equals(progress().extract().<List<String>> path("wandbArtifacts.name"))
                && FIRST.equals(progress().extract().path("wandbArtifacts[2].digest")));
        progress().body("wandbArtifacts.logged", contains(false, true, true))
                .body("wandbArtifacts.digest", contains(null, SECOND, FIRST))
                .body("wandbArtifacts[0].reason", equalTo("a file of it is gone"))
                .body("wandbArtifacts[1].artifactId", nullValue())
                .body("wandbArtifacts[2].contents", contains(file));
    }

    private void say(long sequence, EventBody body) {
        bus.send(Samples.event(review, Stage.PRECHECK, 1, sequence, body));
    }

    private ValidatableResponse progress() {
        return Api.get(review.submissionId(), "/progress").statusCode(200);
    }
}
