package dev.touchstone.submission.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.Database;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import dev.touchstone.submission.card.Snapshot;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@ServiceTest
class IdempotencyTest {

    private static final String CLAIMED = """
            insert into idempotency_key (organization_id, key, request_digest, claim, claimed_until, created_at)
            values (?, ?, ?, gen_random_uuid(), now() + cast(? as interval), now())""";

    @Inject
    IdempotencyKeys keys;

    @Test
    void aRepeatIsAnsweredWithTheFirstSubmission() {
        // Given
        String key = UUID.randomUUID().toString();
        String request = Api.request(RelayDouble.GOOD);
        String id = Api.post(key, request).statusCode(202).extract().path("submissionId");
        // When
        var answer = Api.post(key, request.replace(": ", " :  "));
        // Then
        answer.statusCode(200).body("submissionId", equalTo(id)).body("duplicateOf", equalTo(id))
                .body("wandbRun.runId", equalTo("submission-" + id));
    }

    @Test
    void aKeyIsNotTakenForAnotherRequest() {
        // Given
        String key = UUID.randomUUID().toString();
        Api.post(key, Api.request(RelayDouble.GOOD)).statusCode(202);
        // When
        var answer = Api.post(key, Api.request(RelayDouble.GOOD));
        // Then
        answer.statusCode(422).body("type", equalTo("urn:touchstone:problem:idempotency-key-reused"));
    }

    @Test
    void ofAHundredRequestsAtOnceWithOneKeyOneIsAdded() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        String request = Api.request(RelayDouble.GOOD);
        Callable<ExtractableResponse<Response>> post = () -> Api.post(key, request).extract();
        List<ExtractableResponse<Response>> answers = new ArrayList<>();
        // When
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<ExtractableResponse<Response>> answer : clients.invokeAll(Collections.nCopies(100, post))) {
                answers.add(answer.get());
            }
        }
        // Then
        Set<String> ids = answers.stream().map(answer -> answer.<String> path("submissionId")).collect(Collectors.toSet());
        List<String> repeats = answers.stream().filter(answer -> answer.statusCode() == 200)
                .map(answer -> answer.<String> path("duplicateOf")).toList();
        assertEquals(1, ids.size());
        assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 202).count());
        assertEquals(Collections.nCopies(99, ids.iterator().next()), repeats);
        assertEquals(1, Database.count("select count(*) from submission where agent_id = ?", agentId(request)));
    }

    @Test
    void aRefusedRequestDoesNotUseItsKeyUp() {
        // Given
        String key = UUID.randomUUID().toString();
        String request = Api.request(RelayDouble.GOOD);
        Api.post(key, Api.with(request, "revision", "7")).statusCode(422);
        // When
        var answer = Api.post(key, request);
        // Then
        answer.statusCode(202);
    }

    @Test
    void aRepeatOfWhatIsBeingCarriedOutIsToldToComeAgain() {
        // Given
        String request = Api.request(RelayDouble.GOOD);
        String key = claimed(request, "1 minute");
        // When
        ValidatableResponse answer = TunableIntake.withoutPatience(() -> Api.post(key, request));
        // Then
        answer.statusCode(409).header("Retry-After", notNullValue())
                .body("type", equalTo("urn:touchstone:problem:idempotency-key-in-use"));
    }

    @Test
    void aProcessThatDiedDoesNotHoldAKeyForEver() {
        // Given
        String request = Api.request(RelayDouble.GOOD);
        String key = claimed(request, "-1 second");
        // When
        var answer = Api.post(key, request);
        // Then
        answer.statusCode(202);
    }

    @Test
    void aKeyIsForgottenInTimeAndItsSubmissionStays() {
        // Given
        String key = UUID.randomUUID().toString();
        String id = Api.post(key, Api.request(RelayDouble.GOOD)).statusCode(202).extract().path("submissionId");
        Database.execute("update idempotency_key set created_at = now() - interval '31 days' where key = ?", key);
        // When
        Blocking.inTransaction(() -> keys.forget(Instant.now()));
        // Then
        assertEquals(0, Database.count("select count(*) from idempotency_key where key = ?", key));
        Api.get(UUID.fromString(id), "").statusCode(200);
    }

    @Test
    void aKeyThatShouldBeForgottenCountsForNothingEvenBeforeItIs() {
        // Given
        String key = UUID.randomUUID().toString();
        String id = Api.post(key, Api.request(RelayDouble.GOOD)).statusCode(202).extract().path("submissionId");
        Database.execute("update idempotency_key set created_at = now() - interval '31 days' where key = ?", key);
        // When
        var answer = Api.post(key, Api.request(RelayDouble.GOOD));
        // Then
        answer.statusCode(202).body("submissionId", not(equalTo(id)));
    }

    @Test
    void anotherOrganizationsKeyIsAnother() {
        // Given
        String key = UUID.randomUUID().toString();
        Api.post(key, Api.request(RelayDouble.GOOD)).statusCode(202);
        // When
        var answer = Api.as(TestKeys.RIVAL).contentType(ContentType.JSON).header("Idempotency-Key", '"' + key + '"')
                .body(Api.with(Api.request(RelayDouble.GOOD), "organization", "null")).post("/api/v1/submissions").then();
        // Then
        answer.statusCode(202);
    }

    @Test
    void whereTheOperatorAsksForAKeyNothingGoesWithoutOne() {
        // When
        ValidatableResponse answer = TunableIntake.whileKeysAreRequired(() -> Api.post(Api.request(RelayDouble.GOOD)));
        // Then
        answer.statusCode(400).body("type", equalTo("urn:touchstone:problem:idempotency-key-missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "bare", "", "\"", "\"\"", "\"a\" b", "\"a\", \"b\"", "'a'", "\"\\n\"", "?1" })
    void whatIsNoStringOfAStructuredFieldIsRefused(String header) {
        // When
        var answer = Api.asSubmitter().contentType(ContentType.JSON).header("Idempotency-Key", header)
                .body(Api.request(RelayDouble.GOOD)).post("/api/v1/submissions").then();
        // Then
        answer.statusCode(400).body("type", equalTo("urn:touchstone:problem:idempotency-key-malformed"));
    }

    private static String claimed(String request, String until) {
        String key = UUID.randomUUID().toString();
        Database.execute(CLAIMED, TestKeys.MAKERS, key, Snapshot.digest(Cards.json(request)), until);
        return key;
    }

    private static String agentId(String request) {
        return Cards.json(request).path("agentId").asText();
    }
}
