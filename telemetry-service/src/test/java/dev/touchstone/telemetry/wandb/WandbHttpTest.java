package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Loopback.Reply;
import dev.touchstone.telemetry.wandb.Loopback.Request;
import dev.touchstone.telemetry.wandb.WandbObserver.Exchange;

class WandbHttpTest {

    private volatile Reply reply = Reply.json("{}");
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Loopback wandb = new Loopback(request -> reply);
    private final Loopback elsewhere = new Loopback(request -> Reply.of(200, ""));
    private final WandbHttp http = wandb.client().observedBy(exchanges::add);

    @AfterEach
    void close() {
        wandb.close();
        elsewhere.close();
    }

    @Test
    void packsABodyWhereTheServerCanUnpackIt() throws Exception {
        // Given
        String json = "{\"text\":\"" + "long ".repeat(1_000) + "\"}";

        // When
        http.post(new Call("file_stream", "/files/a/b/c/file_stream", json, true, WandbHttp.LASTING));

        // Then
        Request request = wandb.seen().getFirst();
        assertEquals("gzip", request.header("content-encoding"));
        assertEquals(json, request.body());
        assertTrue(exchanges.getFirst().sentBytes() < 200, exchanges.toString());
    }

    @Test
    void unpacksWhatTheServerPacks() throws Exception {
        // Given
        reply = Reply.packed("{\"packed\":true}");

        // Then
        assertEquals(Answer.accepted("{\"packed\":true}"), post());
        assertEquals("gzip", wandb.seen().getFirst().header("accept-encoding"));
    }

    @Test
    void givesUpAnAnswerThatNeverEnds() throws Exception {
        // Given
        reply = Reply.packed("x".repeat(Wire.LONGEST_BODY + 1));

        // Then
        assertEquals(new Later<>(0, "W&B's answer is too long", Optional.empty()), post());
    }

    @Test
    void givesUpALongAnswerThatIsNotPackedEither() throws Exception {
        // Given
        reply = Reply.of(200, "x".repeat(Wire.LONGEST_BODY + 1));

        // Then
        assertEquals(new Later<>(0, "W&B's answer is too long", Optional.empty()), post());
    }

    @Test
    void tellsAnObserverOfEveryExchange() throws Exception {
        // Given
        reply = Reply.of(429, "rate limit exceeded");

        // When
        post();

        // Then
        Exchange exchange = exchanges.getFirst();
        assertEquals(List.of("Viewer", 429, 2L, 19L),
                List.of(exchange.name(), exchange.status(), exchange.sentBytes(), exchange.receivedBytes()));
        assertTrue(exchange.rateLimited() && exchange.took().isPositive(), exchange.toString());
    }

    @Test
    void repeatsNoKeyThatAServerEchoesInAnAcceptedAnswer() throws Exception {
        // Given
        reply = Reply.json("{\"errors\":[{\"message\":\"no " + ScriptedWandb.KEY + " "
                + Base64.getEncoder().encodeToString(("api:" + ScriptedWandb.KEY).getBytes(StandardCharsets.UTF_8)) + "\"}]}");

        // Then
        assertEquals(Answer.accepted("{\"errors\":[{\"message\":\"no *** ***\"}]}"), post());
    }

    @Test
    void tellsWhyItIsRefusedForProgramsToo() throws Exception {
        for (var expected : Map.of(401, Refusal.CREDENTIAL, 403, Refusal.PERMISSION, 413, Refusal.TOO_LARGE, 422,
                Refusal.OTHER).entrySet()) {
            // Given
            reply = Reply.of(expected.getKey(), "{\"error\":{\"message\":\"no\"}}");

            // Then
            assertEquals(new Refused<>(expected.getKey(), "W&B answered " + expected.getKey() + ": no", expected.getValue()),
                    post());
        }
    }

    @Test
    void knowsADeletedRunByWhatOlderServersSay() throws Exception {
        // Given
        reply = Reply.of(400, "{\"errors\":[{\"message\":\"run " + "e".repeat(300)
                + " was previously created and deleted; try a new run name\"}]}");

        // Then
        Refused<?> refused = assertInstanceOf(Refused.class, post());
        assertTrue(refused.deletedRun());
        assertEquals(409, refused.status());
    }

    @Test
    void putsAFileElsewhereWithoutTheKeyAndWithTheHeadersThatItWasGiven() throws Exception {
        // When
        Answer<Stored> answer = http.put(elsewhere.url() + "/bucket/x?sig=1",
                List.of("Content-MD5:abc==", "Content-Type:text/plain", "Content-Length:999", "Host:evil.example"),
                Content.of("hello"), Duration.ofSeconds(5));

        // Then
        assertEquals(Answer.accepted(new Stored(Optional.empty())), answer);
        Request request = elsewhere.seen().getFirst();
        assertEquals("PUT /bucket/x hello", request.method() + " " + request.path() + " " + request.body());
        assertEquals("abc==", request.header("content-md5"));
        assertEquals("5", request.header("content-length"));
        assertFalse(request.headers().containsKey("authorization"));
    }

    @Test
    void putsAFileBelowTheBaseWithTheKey() throws Exception {
        // When
        http.put("/upload/run/x", List.of(), Content.of("hello"), Duration.ofSeconds(5));

        // Then
        Request request = wandb.seen().getFirst();
        assertEquals("/upload/run/x", request.path());
        assertTrue(request.header("authorization").startsWith("Basic "));
        assertEquals("upload", exchanges.getFirst().name());
    }

    @Test
    void putsNothingWhereNothingCanBePut() throws Exception {
        for (String url : List.of("", "file:///tmp/x", "http://")) {
            assertInstanceOf(Later.class, http.put(url, List.of(), Content.of(""), Duration.ofSeconds(5)));
        }
        assertInstanceOf(Later.class,
                http.put("/x", List.of("no colon"), Content.of(""), Duration.ofSeconds(5)));
        assertEquals(List.of(), exchanges);
    }

    private Answer<String> post() throws InterruptedException {
        return http.post(new Call("Viewer", "/graphql", "{}", false, WandbHttp.LASTING));
    }
}
