package dev.touchstone.sandbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;

/** An agent's token is used and then is nowhere: not in events, tables, files, metrics, answers of the relay or the log. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoAgent.class, scope = TestResourceScope.GLOBAL)
class TokensNeverShowTest extends BusTest {

    /** The part of the Base64 form that stands for the token alone, behind {@code Bearer }. */
    private static final String BASE64 = Base64.getEncoder()
            .encodeToString(("Bearer " + EchoAgent.TOKEN).getBytes(StandardCharsets.UTF_8)).substring(10, 40);

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    Pool pool;

    @Test
    void anAttemptWithATokenLeavesNoTraceOfIt() {
        // Given
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        Handler log = new Listening(shown);
        Logger.getLogger("").addHandler(log);
        StageEvent request = Samples.requested(Samples.review(), Stage.FUNCTIONAL, EchoAgent.target());
        // When
        bus.send(request);
        StageEvent end = bus.await(request.submissionId(),
                event -> event.body() instanceof Completed || event.body() instanceof Failed);
        String relayed = TestKeys.as(TestKeys.SERVICE).contentType("application/json")
                .body(Map.of("endpoint", EchoAgent.url("/agent"), "protocol", "prompt", "text", "Hello", "terms",
                        Map.of("credential", "acme/echo", "streaming", false)))
                .post("/relay/message").then().statusCode(200).extract().asString();
        Logger.getLogger("").removeHandler(log);
        // Then
        assertTrue(EchoAgent.AUTHORIZATIONS.size() >= 3, "the agent was asked");
        assertEquals(Set.of("Bearer " + EchoAgent.TOKEN), Set.copyOf(EchoAgent.AUTHORIZATIONS));
        shown.add(relayed);
        bus.recordsOf(request.submissionId()).forEach(record -> shown.add(new String(record.value(), StandardCharsets.UTF_8)));
        end.evidence().artifacts().forEach(file -> shown.add(artifact(file.digest())));
        shown.add(given().get(metrics).asString());
        shown.addAll(tables());
        assertTrue(shown.stream().anyMatch(text -> text.contains("[credential]")), "where it was there is a mark");
        for (String text : shown) {
            assertFalse(text.contains(EchoAgent.TOKEN) || text.contains(BASE64), text);
        }
    }

    @Test
    void whoeverVetsAnAddressLearnsWhetherASecretMayGoThere() {
        vet(EchoAgent.url("/agent"), "acme/echo").body("allowed", equalTo(true));
        vet(URI.create("http://127.0.0.1:9/"), "acme/echo").body("allowed", equalTo(false))
                .body("reasons[0].code", equalTo("credential")).body("reasons[0].detail", containsString("127.0.0.1:9"));
        vet(EchoAgent.url("/agent"), "acme/unknown").body("reasons[0].detail", equalTo("the secret is not known here"));
    }

    private static ValidatableResponse vet(URI url, String credential) {
        return TestKeys.as(TestKeys.SERVICE).contentType("application/json").body(Map.of("url", url, "credential", credential))
                .post("/relay/vet").then().statusCode(200);
    }

    private static String artifact(String digest) {
        return TestKeys.as(TestKeys.SERVICE).get("/artifacts/" + digest).then().statusCode(200).extract().asString();
    }

    /** Every row of every table, as text. */
    private List<String> tables() {
        var names = pool.query("select table_name from information_schema.tables where table_schema = 'public'").execute()
                .await()
                .indefinitely();
        return StreamSupport.stream(names.spliterator(), false).map(name -> name.getString(0)).map(this::rows).toList();
    }

    private String rows(String table) {
        var rows = pool.query("select replace(t::text, '\\x', '') from \"" + table + "\" t").execute().await().indefinitely();
        return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).map(TokensNeverShowTest::readable)
                .collect(Collectors.joining("\n"));
    }

    /** Bytes are shown in hex. */
    private static String readable(String row) {
        String hex = HexFormat.of().formatHex(EchoAgent.TOKEN.getBytes(StandardCharsets.UTF_8));
        return row.replace(hex, EchoAgent.TOKEN);
    }

    private static final class Listening extends Handler {

        private final List<String> heard;

        Listening(List<String> heard) {
            this.heard = heard;
            setLevel(Level.ALL);
        }

        @Override
        public synchronized void publish(LogRecord line) {
            heard.add(line.getMessage() + " " + Arrays.toString(line.getParameters()) + " "
                    + line.getThrown());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
