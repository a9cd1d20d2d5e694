package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Loopback.Reply;
import dev.touchstone.telemetry.wandb.Loopback.Request;

class IdentityTokenTest {

    @TempDir
    Path directory;

    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile String withdrawn = "";
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Loopback wandb = new Loopback(this::answer);
    private WandbHttp http = wandb.client();

    @BeforeEach
    void logIn() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "aaa.bbb.ccc\n");
        http = wandb.client(new IdentityToken(file), new Clock() {

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @AfterEach
    void close() {
        wandb.close();
    }

    @Test
    void exchangesTheFileForAnAccessTokenAndKeepsThat() throws Exception {
        // When
        ask();
        ask();

        // Then
        assertEquals(List.of("", "Bearer opaque-1", "Bearer opaque-1"), authorizations());
        Request exchange = wandb.seen().getFirst();
        assertEquals("/oidc/token", exchange.path());
        assertEquals("application/x-www-form-urlencoded", exchange.header("content-type"));
        assertEquals("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=aaa.bbb.ccc",
                exchange.body());
    }

    @Test
    void readsTheFileAnewShortlyBeforeTheTokenEnds() throws Exception {
        // Given
        ask();
        Files.writeString(directory.resolve("token"), "ddd.eee.fff");

        // When
        now = now.plusSeconds(3_600 - 59);
        ask();

        // Then
        assertEquals(List.of("", "Bearer opaque-1", "", "Bearer opaque-2"), authorizations());
        assertEquals("ddd.eee.fff", wandb.seen().get(2).body().split("assertion=", -1)[1]);
    }

    @Test
    void triesOnceMoreWithANewTokenWhereOneWasWithdrawn() throws Exception {
        // Given
        ask();
        withdrawn = "Bearer opaque-1";

        // Then
        assertInstanceOf(Accepted.class, ask());
        assertEquals(List.of("", "Bearer opaque-1", "Bearer opaque-1", "", "Bearer opaque-2"), authorizations());
    }

    @Test
    void doesNotTryForEver() throws Exception {
        // Given
        withdrawn = "Bearer opaque";

        // Then
        assertEquals(Refusal.CREDENTIAL, assertInstanceOf(Refused.class, ask()).why());
        assertEquals(List.of("", "Bearer opaque-1", "", "Bearer opaque-2"), authorizations());
    }

    @Test
    void repeatsNoTokenThatAServerEchoes() throws Exception {
        // Given
        withdrawn = "Bearer opaque";

        // Then
        assertFalse(assertInstanceOf(Refused.class, ask()).reason().contains("opaque-"));
    }

    private Answer<String> ask() throws InterruptedException {
        return http.post(new Call("Viewer", "/graphql", "{}", false, WandbHttp.LASTING));
    }

    private List<String> authorizations() {
        return wandb.seen().stream().map(request -> request.header("authorization")).toList();
    }

    private Reply answer(Request request) {
        if (request.path().equals("/oidc/token")) {
            return Reply.json("{\"access_token\":\"opaque-" + exchanges.incrementAndGet() + "\",\"expires_in\":3600}");
        }
        String shown = request.header("authorization");
        return !withdrawn.isEmpty() && Set.of(shown, shown.replaceAll("-\\d+$", "")).contains(withdrawn)
                ? Reply.of(401, "{\"error\":\"no such token " + shown + "\"}")
                : Reply.json("{}");
    }
}
