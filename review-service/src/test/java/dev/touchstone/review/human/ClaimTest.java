package dev.touchstone.review.human;

import static dev.touchstone.review.KnownKeys.SECOND_REVIEWER;
import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Grant;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.KnownKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Tables;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who looks after which case. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class ClaimTest {

    @Inject
    Talk talk;

    @Inject
    Tables tables;

    @Inject
    KnownKeys keys;

    private final Reviews review = new Reviews();

    @BeforeEach
    void somebodyIsAsked() {
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "the jury left it open"));
    }

    @Test
    void theSecondWhoClaimsLearnsOfTheFirst() {
        // Given
        claim(TestKeys.REVIEWER, null).statusCode(200).body("claimedBy", equalTo("Rei Reviewer")).body("until", notNullValue())
                .body("assignedBy", nullValue());
        // When
        ValidatableResponse second = claim(SECOND_REVIEWER, null);
        // Then
        second.statusCode(409).body("type", equalTo("urn:touchstone:problem:claimed-by-another"))
                .body("claimedBy", equalTo("Rei Reviewer")).body("until", notNullValue());
        queue("claimed=me", SECOND_REVIEWER).body("cases", hasSize(0));
        queue("claimed=others", SECOND_REVIEWER).body("cases[0].claim.by", equalTo("Rei Reviewer"));
        queue("claimed=nobody", SECOND_REVIEWER).body("cases", hasSize(0));
    }

    @Test
    void ofManyWhoClaimAtOnceOneDoes() throws InterruptedException, ExecutionException {
        // Given
        List<Callable<Integer>> people = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String key = keys.issue(new Grant("Reviewer " + i, TestKeys.HOUSE, Set.of(Roles.REVIEWER)));
            people.add(() -> claim(key, null).extract().statusCode());
        }
        // When
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(people)) {
                answers.add(answer.get());
            }
        }
        // Then
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(11, answers.stream().filter(status -> status == 409).count(), answers.toString());
    }

    @Test
    void aClaimEndsByItself() throws SQLException {
        // Given
        claim(TestKeys.REVIEWER, null).statusCode(200);
        // When
        expire();
        // Then
        queue("claimed=nobody", SECOND_REVIEWER).body("cases", hasSize(1)).body("cases[0].claim", nullValue());
        claim(SECOND_REVIEWER, null).statusCode(200).body("claimedBy", equalTo("Sei Second"));
    }

    @Test
    void whoIsSeenWithTheCaseKeepsIt() throws SQLException {
        // Given
        claim(TestKeys.REVIEWER, null).statusCode(200);
        tables.execute("update case_claim set claimed_until = now() + interval '1 minute' where submission_id = '" + review.id()
                + "'");
        // When
        as(TestKeys.REVIEWER).accept("text/html").header("Sec-Fetch-Mode", "cors").get("/submissions/" + review.id()).then()
                .statusCode(200);
        long left = minutesLeft();
        as(TestKeys.REVIEWER).accept("text/html").header("Sec-Fetch-Mode", "navigate")
                .get("/submissions/" + review.id() + "/judge")
                .then().statusCode(200);
        // Then
        assertTrue(left <= 1, "a page that is left open renews nothing");
        assertTrue(minutesLeft() >= 28);
    }

    @Test
    void itsHolderLeavesItAndNobodyElseMakesThem() {
        // Given
        claim(TestKeys.REVIEWER, null).statusCode(200);
        // When
        ValidatableResponse others = release(SECOND_REVIEWER);
        // Then
        others.statusCode(409).body("claimedBy", equalTo("Rei Reviewer"));
        release(TestKeys.REVIEWER).statusCode(204);
        release(TestKeys.REVIEWER).statusCode(204);
        claim(SECOND_REVIEWER, null).statusCode(200);
        release(TestKeys.OPERATOR).statusCode(204);
    }

    @Test
    void anOperatorGivesACaseToAReviewerWhoWasHere() {
        // Given
        as(SECOND_REVIEWER).accept("text/html").get("/").then().statusCode(200);
        claim(TestKeys.REVIEWER, null).statusCode(200);
        // When
        ValidatableResponse given = claim(TestKeys.OPERATOR, "Sei Second");
        // Then
        given.statusCode(200).body("claimedBy", equalTo("Sei Second")).body("assignedBy", equalTo("Oto Operator"));
        claim(TestKeys.OPERATOR, "Nobody Known").statusCode(422).body("violations[0].pointer", equalTo("/reviewer"));
        claim(TestKeys.OPERATOR, null).statusCode(422).body("violations[0].pointer", equalTo("/reviewer"));
        claim(TestKeys.REVIEWER, "Sei Second").statusCode(422).body("violations[0].detail", containsString("operator"));
        as(TestKeys.OPERATOR).accept("text/html").get("/?q=" + review.id()).then().body(containsString("Sei Second"),
                containsString("list=\"reviewers\""));
    }

    @Test
    void nobodyLooksAfterWhatTheOwnOrganisationMade() {
        // Given
        as(TestKeys.INSIDER).accept("text/html").get("/").then().statusCode(200);
        // When
        ValidatableResponse own = claim(TestKeys.INSIDER, null);
        // Then
        own.statusCode(403).body("type", equalTo("urn:touchstone:problem:own-organization"));
        claim(TestKeys.OPERATOR, "Ichi Insider").statusCode(403);
        release(TestKeys.INSIDER).statusCode(403);
    }

    @Test
    void aClaimWarnsOthersWhoDecideAndEndsWithTheDecision() {
        // Given
        claim(TestKeys.REVIEWER, null).statusCode(200);
        // When
        ValidatableResponse warned = decide(Map.of());
        // Then
        warned.statusCode(409).body("type", equalTo("urn:touchstone:problem:claimed-by-another"));
        decide(Map.of("despiteClaim", "maybe")).statusCode(422).body("violations[0].pointer", equalTo("/despiteClaim"));
        decide(Map.of("despiteClaim", true)).statusCode(202);
        assertEquals(0, tables.count("select count(*) from case_claim where submission_id = ?", review.id()));
        talk.answer(review.id(), "human_decision");
        claim(TestKeys.REVIEWER, null).statusCode(409).body("type", equalTo("urn:touchstone:problem:nothing-pending"));
    }

    @Test
    void whatIsNoLongerAskedIsNoLongerClaimed() {
        // Given
        claim(TestKeys.REVIEWER, null).statusCode(200);
        // When
        talk.tell(review.requested(Stage.SECURITY, 2).last());
        // Then
        assertEquals(0, tables.count("select count(*) from case_claim where submission_id = ?", review.id()));
    }

    @Test
    void theFormsLeadBackToTheSameFilter() {
        // Given
        String from = "q=" + review.id() + "&evil=//evil.example";
        // When
        ValidatableResponse taken = form(SECOND_REVIEWER, "claim", from);
        // Then
        taken.statusCode(303).header("Location", containsString("/?q=" + review.id())).header("Location",
                not(containsString("evil")));
        as(SECOND_REVIEWER).accept("text/html").get("/?q=" + review.id()).then().body(containsString("You look after this"),
                containsString("/release"));
        form(TestKeys.REVIEWER, "claim", from).statusCode(409).body(containsString("somebody else looks after"),
                containsString("Sei Second"));
        form(SECOND_REVIEWER, "release", from).statusCode(303);
        as(SECOND_REVIEWER).accept("text/html").get("/?q=" + review.id()).then().body(containsString("/claim\""));
    }

    private void expire() throws SQLException {
        tables.execute("update case_claim set claimed_until = now() - interval '1 second' where submission_id = '" + review.id()
                + "'");
    }

    private long minutesLeft() {
        return tables.count("select cast(extract(epoch from claimed_until - now()) / 60 as bigint) from case_claim where "
                + "submission_id = ?", review.id());
    }

    private ValidatableResponse queue(String query, String key) {
        return as(key).get("/review/queue?q=" + review.id() + "&" + query).then().statusCode(200);
    }

    private ValidatableResponse claim(String key, @Nullable String reviewer) {
        Map<String, Object> body = new HashMap<>(Map.of("submissionId", review.id()));
        if (reviewer != null) {
            body.put("reviewer", reviewer);
        }
        return as(key).contentType("application/json").body(body).post("/review/claims").then();
    }

    private ValidatableResponse release(String key) {
        return as(key).contentType("application/json").body(Map.of("submissionId", review.id())).post("/review/claims/release")
                .then();
    }

    private ValidatableResponse decide(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("submissionId", review.id(), "decision", "approved"));
        body.putAll(more);
        return as(SECOND_REVIEWER).contentType("application/json").body(body).post("/review/decision").then();
    }

    private ValidatableResponse form(String key, String what, String from) {
        return as(key).accept("text/html").header("Sec-Fetch-Site", "same-origin").redirects().follow(false)
                .contentType("application/x-www-form-urlencoded").formParam("from", from)
                .post("/submissions/" + review.id() + "/" + what).then();
    }
}
