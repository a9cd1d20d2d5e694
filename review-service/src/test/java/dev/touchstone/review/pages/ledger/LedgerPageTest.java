package dev.touchstone.review.pages.ledger;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What an auditor finds on the ledger's page. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class LedgerPageTest {

    @Inject
    Talk talk;

    private final Reviews review = new Reviews().passed(Stage.PRECHECK, 1, 1);

    @BeforeEach
    void tell() {
        talk.tell(review);
    }

    @Test
    void anEntryIsShownWithWhoWhatAndOnWhichEvidence() {
        // Given
        String path = "/review/ledger/" + review.id();
        String digest = as(TestKeys.AUDITOR).get(path).then().extract().path("entries[0].digest");
        String file = as(TestKeys.AUDITOR).get(path).then().extract().path("entries[0].artifacts[0].download");
        // When
        ValidatableResponse page = page("en");
        // Then
        page.body(containsString("<code>completed</code>"), containsString("By test"), containsString("data-copy=\"" + digest),
                containsString("href=\"" + file + "\""), containsString("&quot;previousOfSubmission&quot;"));
    }

    @Test
    void theProofIsOnlyWhatThisServerSaysAndHowToCheckItIsBesideIt() {
        // When
        ValidatableResponse page = page("en");
        // Then
        page.body(containsString("This server says: all entries are in the signed ledger."), containsString("proof-HOLDS"),
                containsString("-development"), containsString("Everybody has this key"),
                containsString("/review/ledger/" + review.id() + "/export"), containsString("verify-ledger"),
                not(containsString("proof-FAULTS")));
    }

    @Test
    void itSpeaksJapanese() {
        page("ja").body(containsString("このサーバーによると"), containsString("検証用にダウンロード"), containsString("開発用の鍵"));
    }

    private ValidatableResponse page(String language) {
        return as(TestKeys.AUDITOR).accept("text/html").header("Accept-Language", language)
                .get("/submissions/" + review.id() + "/ledger?page=7").then().statusCode(200);
    }
}
