package dev.touchstone.review.ledger;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import dev.touchstone.review.ledger.check.Caution;
import dev.touchstone.review.ledger.check.Fault;
import dev.touchstone.review.ledger.check.Limits;
import dev.touchstone.review.ledger.check.Report;
import dev.touchstone.review.ledger.check.Trust;
import dev.touchstone.review.ledger.check.Verifier;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What the service gives out is what the check takes, and what was done to it on the way is found. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class ExportTest {

    @Inject
    Talk talk;

    @Inject
    LedgerKey key;

    private final Reviews review = new Reviews().passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1)
            .gateFailed(Stage.SECURITY, 1).asked(1, Stage.SECURITY, "2 got through")
            .decided(1, Decision.APPROVED, Stage.SECURITY);

    @Test
    void aSubmissionsExportIsCheckedOffline() throws Exception {
        // Given
        talk.tell(review);
        talk.tell(new Reviews().passed(Stage.PRECHECK, 1, 1));
        // When
        String export = export("/review/ledger/" + review.id() + "/export");
        // Then
        Report report = check(export);
        assertEquals(List.of(), report.faults());
        assertEquals(4, report.checked().entries());
        assertEquals(List.of(key.verifier().name()), report.checked().signedBy());
        assertTrue(report.cautions().stream().anyMatch(Caution.DevelopmentKey.class::isInstance));
    }

    @Test
    void theWholeLogIsCheckedOfflineWithThatItOnlyGrew() throws Exception {
        // Given
        talk.tell(review);
        String kept = as(TestKeys.AUDITOR).get("/review/ledger/checkpoint").then().extract().asString();
        String size = kept.lines().skip(1).findFirst().orElseThrow();
        talk.tell(new Reviews().passed(Stage.PRECHECK, 1, 1));
        // When
        String whole = export("/review/ledger/export");
        String rest = export("/review/ledger/export?from=" + size + "&since=" + size);
        // Then
        assertEquals(List.of(), check(whole, kept).faults());
        assertEquals(List.of(), check(rest, kept).faults());
        assertTrue(
                check(rest.replace("\"consistency\"", "\"other\""), kept).faults().getFirst() instanceof Fault.NotReconciled);
    }

    @Test
    void aStableExportIsTheSameUntilThereIsAnotherEntry() throws Exception {
        // Given
        talk.tell(review);
        String path = "/review/ledger/" + review.id() + "/export?stable=true";
        String before = export(path);
        talk.tell(new Reviews().passed(Stage.PRECHECK, 1, 1));
        // When
        String after = export(path);
        // Then
        assertEquals(before, after);
        assertEquals(List.of(), check(after).faults());
    }

    @Test
    void partsThatTheLogDoesNotHaveAreRefused() {
        // When
        var answer = as(TestKeys.AUDITOR).get("/review/ledger/export?from=x&to=99999999999").then();
        // Then
        answer.statusCode(422).body("violations.pointer", hasItems("/from", "/to"));
    }

    @Test
    void theServiceChecksWhatItIsGiven() throws Exception {
        // Given
        talk.tell(review);
        String export = export("/review/ledger/" + review.id() + "/export");
        // When
        ValidatableResponse whole = verify(export);
        ValidatableResponse changed = verify(export.replace("looked at the transcripts", "looked at nothing"));
        // Then
        whole.statusCode(200).body("valid", is(true)).body("faults", empty()).body("checked.entries", equalTo(4))
                .body("checked.submissionId", equalTo(review.id().toString()))
                .body("cautions.kind", hasItem("development_key"));
        changed.statusCode(200).body("valid", is(false)).body("faults.kind", hasItems("changed", "not_included"))
                .body("faults[0].index", equalTo(indexOfTheLast(export)));
    }

    @Test
    void aKeyThatTheCallerNamesIsTrusted() throws Exception {
        // Given
        talk.tell(review);
        String export = export("/review/ledger/" + review.id() + "/export");
        // When
        var answer = as(TestKeys.SUBMITTER).contentType("application/json").queryParam("key", "no key").body(export)
                .post("/review/ledger/verify").then();
        // Then
        answer.statusCode(422).body("violations.pointer", hasItem("/key"));
        as(TestKeys.SUBMITTER).contentType("application/json").queryParam("key", key.verifier().text()).body(export)
                .post("/review/ledger/verify").then().statusCode(200).body("valid", is(true));
    }

    @Test
    void whatIsNoExportIsRefusedAndNotRepeated() {
        for (String body : List.of("{}", "[", "", "{\"secret\":1,\"secret\":2}", "[".repeat(1_000))) {
            // When
            ValidatableResponse answer = verify(body);
            // Then
            answer.statusCode(422).body("type", equalTo("urn:touchstone:problem:not-an-export"))
                    .body("detail", not(containsString("secret")));
        }
    }

    @Test
    void onlyTheRouteForFilesTakesLargeBodies() {
        // Given
        String large = "{\"remark\":\"" + "x".repeat(300_000) + "\"}";
        // When
        int decision = as(TestKeys.REVIEWER).contentType("application/json").body(large).post("/review/decision").statusCode();
        // Then
        assertEquals(413, decision);
        verify(large).statusCode(422);
    }

    private static String export(String path) {
        return as(TestKeys.AUDITOR).get(path).then().statusCode(200).contentType("application/json")
                .header("Content-Disposition", containsString("attachment")).extract().asString();
    }

    private static ValidatableResponse verify(String export) {
        return as(TestKeys.AUDITOR).contentType("application/json").body(export).post("/review/ledger/verify").then();
    }

    private static int indexOfTheLast(String export) {
        return Integer.parseInt(export.replaceAll("(?s).*\"lastIndex\":(\\d+).*", "$1"));
    }

    private Report check(String export, String... kept) throws Exception {
        byte[] bytes = export.getBytes(StandardCharsets.UTF_8);
        return Verifier.verify(() -> new ByteArrayInputStream(bytes),
                new Trust(List.of(key.verifier()), List.of(kept), List.of()), new Limits(100_000, 100));
    }
}
