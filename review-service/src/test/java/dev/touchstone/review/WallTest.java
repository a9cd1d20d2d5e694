package dev.touchstone.review;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Grant;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What an organisation may know of another one's submissions: nothing, not even that they exist. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class WallTest {

    @Inject
    Talk talk;

    @Inject
    KnownKeys keys;

    private final Reviews review = new Reviews();

    @ParameterizedTest
    @ValueSource(strings = { "/review/progress/", "/review/events/", "/review/ledger/", "/review/runs/", "/submissions/" })
    void anotherOrganisationsSubmissionDoesNotExist(String path) {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).judgedManual().asked(1, Stage.JUDGE, "open"));
        // When
        int rival = as(TestKeys.RIVAL).get(path + review.id()).statusCode();
        // Then
        assertEquals(404, rival);
        for (String key : Set.of(TestKeys.SUBMITTER, TestKeys.REVIEWER, TestKeys.OPERATOR, TestKeys.AUDITOR)) {
            as(key).get(path + review.id()).then().statusCode(200);
        }
    }

    @Test
    void anotherOrganisationsEntriesAreNotGivenOut() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        String path = "/review/ledger/" + review.id() + "/export";
        // When
        int rival = as(TestKeys.RIVAL).get(path).statusCode();
        // Then
        assertEquals(404, rival);
        for (String key : Set.of(TestKeys.SUBMITTER, TestKeys.REVIEWER, TestKeys.OPERATOR, TestKeys.AUDITOR,
                TestKeys.SERVICE)) {
            as(key).get(path).then().statusCode(200).body("submission.id", equalTo(review.id().toString()));
        }
        as(TestKeys.RIVAL).get("/review/ledger/export").then().statusCode(403);
    }

    @Test
    void theQueueListsAndCountsWhatItsReaderMaySee() {
        // Given
        talk.tell(review.requested(Stage.PRECHECK, 1));
        for (String path : new String[] { "/review/queue?q=" + review.id(), "/?q=" + review.id() }) {
            // When
            String rivals = as(TestKeys.RIVAL).get(path).then().statusCode(200).extract().asString();
            // Then
            assertEquals(false, rivals.contains("/" + review.id()), rivals);
            as(TestKeys.SUBMITTER).get(path).then().body(containsString("/" + review.id()));
        }
        as(TestKeys.RIVAL).get("/review/queue?q=" + review.id()).then().body("cases", hasSize(0))
                .body("counts.in_review", equalTo(0));
        as(TestKeys.SUBMITTER).get("/review/queue?q=" + review.id()).then().body("counts.in_review", equalTo(1));
    }

    @Test
    void whatNobodyClaimedIsTheHousesOwnMatter() {
        // Given
        String key = keys.issue(new Grant("Uma", "unclaimed", Set.of(Roles.SUBMITTER)));
        talk.tell(review.of(null).requested(Stage.PRECHECK, 1));
        // When
        int unclaimed = as(key).get("/review/progress/" + review.id()).statusCode();
        // Then
        assertEquals(404, unclaimed);
        as(key).get("/review/queue?q=" + review.id()).then().body("cases", hasSize(0));
        as(TestKeys.AUDITOR).get("/review/progress/" + review.id()).then().statusCode(200).body("organizationId",
                equalTo("unclaimed"));
    }

    @ParameterizedTest
    @CsvSource({ "/review/decision, decision, approved", "/review/retry, stage, judge" })
    void nobodyJudgesWhatTheOwnOrganisationMade(String path, String member, String value) {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "open"));
        // When
        var answer = as(TestKeys.INSIDER).contentType("application/json")
                .body(path.endsWith("decision") ? Map.of("submissionId", review.id(), member, value)
                        : Map.of("submissionId", review.id(), member, value, "reason", "again"))
                .post(path).then();
        // Then
        answer.statusCode(403).contentType("application/problem+json").body("type",
                equalTo("urn:touchstone:problem:own-organization"));
    }

    @Test
    void thePageOffersNothingThatWouldBeRefused() {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "open"));
        String decision = "/submissions/" + review.id() + "/decision";
        String retry = "/submissions/" + review.id() + "/retry";
        // When
        String page = "/submissions/" + review.id();
        // Then
        as(TestKeys.REVIEWER).get(page).then().body(containsString(decision), containsString(retry));
        as(TestKeys.OPERATOR).get(page).then().body(not(containsString(decision)), containsString(retry));
        as(TestKeys.AUDITOR).get(page).then().body(not(containsString(decision)), not(containsString(retry)),
                containsString("A reviewer decides"));
        as(TestKeys.INSIDER).get(page).then().body(not(containsString(decision)), not(containsString(retry)),
                containsString("somebody of another organisation"));
    }

    @Test
    void aFormOfTheOwnOrganisationComesBackWithWhy() {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "open"));
        // When
        var answer = as(TestKeys.INSIDER).accept("text/html").header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded").body("decision=approved")
                .post("/submissions/" + review.id() + "/decision").then();
        // Then
        answer.statusCode(403).body(containsString("your own organisation"));
    }
}
