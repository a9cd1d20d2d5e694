package dev.touchstone.review.ledger.audit;

import static dev.touchstone.review.KnownKeys.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.ReviewerStatement.LedgerUploadFailed;
import dev.touchstone.events.ReviewerStatement.LedgerUploadRetrySucceeded;
import dev.touchstone.events.Stage;
import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.events.testing.EventBus;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Tables;
import dev.touchstone.review.Talk;
import dev.touchstone.review.ledger.audit.ScriptedEndpoint.Reply;
import dev.touchstone.review.ledger.audit.ScriptedEndpoint.Seen;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class AuditTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Talk talk;

    @Inject
    Tables tables;

    @Inject
    EventBus bus;

    @Inject
    SwitchedAudit config;

    @Inject
    AuditSetup setup;

    @Inject
    AuditQueue queue;

    @Inject
    AuditTurns turns;

    @Inject
    Pool pool;

    @Inject
    WakeUp wakeUp;

    @Inject
    DeliveryConfig delivery;

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final Reviews review = new Reviews();

    @BeforeEach
    void switchOn() {
        config.on(endpoint.url());
    }

    @AfterEach
    void switchOff() throws SQLException {
        config.off();
        endpoint.close();
        tables.execute("delete from ledger_upload");
        tables.execute("update ledger_upload_turn set lease_until = null, due_at = now()");
    }

    /** As the worker would, until nothing is due. */
    private void post() throws InterruptedException {
        try (AuditPosts posts = setup.posts().orElseThrow()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
                boolean posted = posts.next();
                return !posted && tables.count("select count(*) from ledger_upload where state <> 'delivered'") == 0;
            });
        }
    }

    private List<Long> posted() {
        return endpoint.seen().stream().map(Seen::index).toList();
    }

    @Test
    void everyEntryIsPostedInOrderAndSaidToBeDelivered() throws InterruptedException {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).judgedManual());
        // When
        post();
        // Then
        var lines = as(TestKeys.AUDITOR).get("/review/ledger/" + review.id()).then()
                .body("entries.upload.state", equalTo(List.of("delivered", "delivered", "delivered", "delivered")))
                .body("entries[0].upload.attempts", equalTo(1)).body("entries[0].upload.lastTriedAt", notNullValue())
                .body("entries[0].upload.reason", nullValue());
        as(TestKeys.SERVICE).get("/review/ledger/" + review.id()).then().body("entries[0].upload", nullValue());
        List<Integer> indices = lines.extract().path("entries.index");
        assertEquals(indices.stream().map(Integer::longValue).toList(), posted());
        List<String> texts = lines.extract().path("entries.entry");
        assertEquals(texts, endpoint.seen().stream().map(seen -> seen.body().path("entry").asText()).toList());
        assertEquals(0, bus.eventsOf(review.id()).stream().filter(event -> event.event().startsWith("ledger_upload")).count());
    }

    @Test
    void anOutageIsToldOnceAndItsEndToo() throws InterruptedException {
        // Given
        endpoint.then(Reply.status(500), Reply.status(503), Reply.status(429).with("Retry-After: 9"));
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        // When
        post();
        // Then
        long index = posted().getFirst();
        assertEquals(new LedgerUploadFailed(index, "it answered 500", 1),
                talk.answer(review.id(), "ledger_upload_failed").body());
        var succeeded = talk.answer(review.id(), "ledger_upload_retry_succeeded");
        assertEquals(new LedgerUploadRetrySucceeded(index, 4), succeeded.body());
        assertEquals(Stage.PRECHECK, succeeded.stage());
        assertEquals(1, talk.count(review.id(), "ledger_upload_failed"));
        assertEquals(1, tables.count("select count(*) from ledger_entry where submission_id = ?", review.id()),
                "what is said about the record leaves no entry");
        as(TestKeys.REVIEWER).get("/review/ledger/" + review.id()).then().body("entries[0].upload.attempts", equalTo(4))
                .body("entries[0].upload.reason", nullValue());
    }

    @Test
    void whileTheEndpointIsAwayTheStatusSaysSoAndWhatComesLaterWaits() throws InterruptedException {
        // Given
        endpoint.then(Reply.status(500).with("Retry-After: 3600"));
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).passed(Stage.SECURITY, 1, 1));
        try (AuditPosts posts = setup.posts().orElseThrow()) {
            // When
            posts.next();
            // Then
            as(TestKeys.REVIEWER).get("/review/ledger/" + review.id()).then()
                    .body("entries.upload.state", equalTo(List.of("failed", "waiting")))
                    .body("entries[0].upload.reason", equalTo("it answered 500"))
                    .body("entries[1].upload.attempts", equalTo(0)).body("entries[1].upload.lastTriedAt", nullValue());
        }
    }

    @Test
    void whoDiesBetweenPostAndNoteHasTheEntryPostedOnceMore() throws InterruptedException, SQLException {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        Due dead = turns.claim(Duration.ofMinutes(1)).orElseThrow();
        try (AuditEndpoint died = new AuditEndpoint(endpoint.url(), Optional.empty(), PATIENCE, java.time.Clock.systemUTC())) {
            died.post(dead.entry());
        }
        try (AuditPosts other = setup.posts().orElseThrow()) {
            assertFalse(other.next(), "the lease of the dead one still holds");
        }
        // When
        tables.execute("update ledger_upload_turn set lease_until = now() - interval '1 second'");
        post();
        turns.settle(dead, new Posted.NotTaken("too late", Optional.empty()), Duration.ZERO);
        // Then
        assertEquals(List.of(dead.entry().index(), dead.entry().index()), posted());
        assertEquals(endpoint.seen().getFirst().idempotencyKey(), endpoint.seen().getLast().idempotencyKey());
        assertEquals(1, tables.count("select attempts from ledger_upload where index = ? and state = 'delivered'",
                dead.entry().index()));
    }

    @Test
    void whatIsAskedForAgainWhileItIsPostedIsPostedAgain() throws InterruptedException {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        Due due = turns.claim(Duration.ofMinutes(1)).orElseThrow();
        // When
        resend(Map.of("submissionId", review.id())).statusCode(202).body("entries", equalTo(1));
        turns.settle(due, new Posted.Taken(), Duration.ZERO);
        post();
        // Then
        assertEquals(List.of(due.entry().index()), posted());
    }

    @Test
    void anOperatorHasOneEntryOrAllSentAgain() throws InterruptedException {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).passed(Stage.SECURITY, 1, 1));
        post();
        List<Long> once = posted();
        // When
        resend(Map.of("submissionId", review.id(), "index", once.getLast())).statusCode(202).body("entries", equalTo(1))
                .body("ledger", equalTo("/review/ledger/" + review.id()));
        post();
        as(TestKeys.OPERATOR).redirects().follow(false).header("Sec-Fetch-Site", "same-origin").formParam("index", "")
                .post("/submissions/" + review.id() + "/ledger/resend").then().statusCode(303)
                .header("Location", containsString("/submissions/" + review.id() + "/ledger"));
        post();
        // Then
        assertEquals(List.of(once.getFirst(), once.getLast(), once.getLast(), once.getFirst(), once.getLast()), posted());
    }

    @Test
    void whatCannotBeSentAgainIsSaidSo() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        // When, then
        resend(Map.of("submissionId", review.id(), "index", 1_000_000)).statusCode(404)
                .body("type", equalTo("urn:touchstone:problem:unknown-entry"));
        resend(Map.of("submissionId", new Reviews().id())).statusCode(404)
                .body("type", equalTo("urn:touchstone:problem:unknown-submission"));
        resend(Map.of("submissionId", "x", "index", -1, "url", "http://elsewhere")).statusCode(422)
                .body("violations.pointer", equalTo(List.of("/url", "/submissionId", "/index")));
        config.off();
        resend(Map.of("submissionId", review.id())).statusCode(409)
                .body("type", equalTo("urn:touchstone:problem:no-audit-endpoint"));
        as(TestKeys.AUDITOR).get("/review/ledger/" + review.id()).then().body("entries[0].upload", nullValue());
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void theWorkerPostsByItselfAlsoWhatWasAppendedBefore(boolean before) throws InterruptedException {
        // Given
        if (before) {
            config.off();
            talk.tell(review.passed(Stage.PRECHECK, 1, 1));
            config.on(endpoint.url());
        }
        AuditWorker worker = new AuditWorker(setup, queue, wakeUp, delivery);
        worker.start(new StartupEvent());
        try {
            // When
            if (!before) {
                talk.tell(review.passed(Stage.PRECHECK, 1, 1));
            }
            // Then
            await().atMost(PATIENCE).until(() -> tables.count("""
                    select count(*) from ledger_upload join ledger_entry using (index)
                    where submission_id = ? and state = 'delivered'""", review.id()) == 1);
        } finally {
            worker.stop(new ShutdownEvent());
        }
        assertTrue(posted().size() >= tables.count("select count(*) from ledger_entry"), "the log begins in its middle");
    }

    @Test
    void figuresTellWhatWaitsAndForHowLong() throws InterruptedException, SQLException {
        // Given
        endpoint.then(Reply.status(500));
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).passed(Stage.SECURITY, 1, 1));
        try (AuditPosts posts = setup.posts().orElseThrow()) {
            posts.next();
        }
        tables.execute("update ledger_upload set asked_at = now() - interval '90 seconds'");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        AuditBacklog backlog = new AuditBacklog(pool, queue, meters);
        // When
        backlog.start(new StartupEvent());
        // Then
        await().atMost(PATIENCE).until(() -> meters.get("touchstone.ledger.audit.oldest").gauge().value() >= 90);
        backlog.stop(new ShutdownEvent());
        assertEquals(1, meters.get("touchstone.ledger.audit.entries").tag("state", "failed").gauge().value());
        assertEquals(1, meters.get("touchstone.ledger.audit.entries").tag("state", "waiting").gauge().value());
    }

    @Test
    void theKeyIsNowhereToBeRead() throws InterruptedException {
        // Given
        endpoint.then(Reply.status(401));
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        // When
        post();
        // Then
        assertEquals("Bearer " + SwitchedAudit.KEY, endpoint.seen().getFirst().authorization());
        talk.answer(review.id(), "ledger_upload_retry_succeeded");
        assertEquals(0, tables.count("select count(*) from timeline where submission_id = ? and strpos(event, ?) > 0",
                review.id(), SwitchedAudit.KEY));
        for (String path : List.of("/review/ledger/", "/review/events/", "/submissions/")) {
            assertFalse(as(TestKeys.OPERATOR).get(path + review.id()).asString().contains(SwitchedAudit.KEY), path);
        }
    }

    private static io.restassured.response.ValidatableResponse resend(Map<String, Object> body) {
        return as(TestKeys.OPERATOR).contentType("application/json").body(body).post("/review/ledger/resend").then();
    }
}
