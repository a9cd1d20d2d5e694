package dev.touchstone.review;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.artifacts.EchoServer;
import dev.touchstone.review.pages.Exhibits;
import dev.touchstone.review.pages.PageCatalog.Exhibit;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * The one character that PostgreSQL cannot hold, in all that reaches it: a fault of who asks, if it is one, and not of ours.
 */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class NulTest {

    private static final int FAILURE = 500;

    @Inject
    Exhibits exhibits;

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    @ParameterizedTest
    @ValueSource(strings = { "/?organization=%00", "/?q=%00x", "/?state=%00", "/?after=%00", "/?sort=agent&after=%00",
            "/review/queue?organization=a%00b", "/review/queue?q=%00", "/review/queue?after=%00",
            "/submissions/ID?from=organization%3D%2500", "/submissions/ID?round=%00", "/submissions/ID?taken=%00",
            "/submissions/ID/security?outcome=%00", "/submissions/ID/security?category=%00",
            "/submissions/ID/security?language=%00", "/submissions/ID/security?q=%00", "/submissions/ID/security?x=%00",
            "/submissions/ID/functional?outcome=%00", "/submissions/ID/functional?category=a%00&q=b%00",
            "/submissions/ID/judge?juror=%00", "/submissions/ID/judge?outcome=%00&line=1", "/submissions/ID/relay?q=%00",
            "/submissions/ID/relay?juror=%00", "/submissions/ID/artifacts/%00", "/submissions/ID/artifacts/DIGEST?outcome=%00",
            "/submissions/ID/timeline?q=%00", "/submissions/ID/timeline?stage=%00&severity=%00&before=%00",
            "/submissions/ID/ledger?page=%00", "/review/events/ID?q=%00", "/review/events/ID?stage=%00",
            "/review/events/ID?after=%00", "/review/artifacts/%00", "/agents/%00", "/agents/AGENT?left=%00&right=%00",
            "/review/agents/%00", "/review/agents/AGENT?left=%00", "/dead-letters?topic=%00", "/dead-letters?q=%00",
            "/dead-letters?before=%00&said=%00", "/review/dead-letters?topic=%00", "/review/dead-letters?q=a%00b",
            "/runs?state=%00", "/runs?before=%00", "/review/runs?state=%00", "/review/ledger/proof/inclusion?index=%00",
            "/review/ledger/checkpoint?size=%00", "/sign-in?to=%00&signed=%00" })
    void noAddressMakesTheServiceFail(String address) {
        // Given
        Exhibit waiting = exhibits.waiting();
        String asked = address.replace("ID", waiting.submissionId().toString()).replace("AGENT", waiting.agentId())
                .replace("DIGEST", waiting.report());
        // When, then
        for (String key : new String[] { TestKeys.OPERATOR, TestKeys.REVIEWER }) {
            as(key).urlEncodingEnabled(false).get(asked).then().statusCode(lessThan(FAILURE));
        }
    }

    @Test
    void aNoteThatCannotBeStoredIsRefused() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).judgedManual().asked(1, Stage.JUDGE, "open"));
        // When
        var refusal = as(TestKeys.REVIEWER).contentType("application/json")
                .body("{\"submissionId\":\"" + review.id() + "\",\"decision\":\"approved\",\"notes\":\"a\\" + "u0000b\"}")
                .post("/review/decision").then();
        // Then
        refusal.statusCode(422).body("violations[0].pointer", equalTo("/notes"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "claim", "release", "decision", "retry" })
    void noFormMakesTheServiceFail(String form) {
        // Given
        UUID id = exhibits.waiting().submissionId();
        // When, then
        as(TestKeys.REVIEWER).redirects().follow(false).header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .body("from=organization%3D%2500&back=%00&reviewer=%00&notes=%00&stage=%00&attempt=%00&decision=%00")
                .post("/submissions/" + id + "/" + form).then().statusCode(lessThan(FAILURE));
    }
}
