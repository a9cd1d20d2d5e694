package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.TokenExchange.AccessToken;
import dev.touchstone.telemetry.wandb.Wire.Outcome;

class TokenExchangeTest {

    private static final String GOOD = "{\"access_token\":\"opaque\",\"expires_in\":3600}";
    private static final Answer<AccessToken> TOKEN = Answer.accepted(new AccessToken("opaque", Duration.ofHours(1)));

    @TempDir
    Path directory;

    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Duration> limits = new ArrayList<>();
    private Path file = Path.of("token");

    @BeforeEach
    void writeToken() throws IOException {
        file = Files.writeString(directory.resolve("token"), "a.b.c\n");
    }

    @Test
    void triesFourTimesWithOneToFiveSecondsBetween() throws Exception {
        // Given
        outcomes.addAll(List.of(answered(503, ""), answered(429, ""), new Outcome.Away("W&B cannot be reached"),
                answered(200, GOOD)));

        // Then
        assertEquals(TOKEN, exchanged());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)), waits);
    }

    @Test
    void givesUpAfterTheFourthTry() throws Exception {
        // Given
        outcomes.addAll(List.of(answered(500, ""), answered(500, ""), answered(500, ""), answered(502, "")));

        // Then
        assertEquals(new Later<>(502, "W&B answered the identity token with 502", Optional.empty()), exchanged());
    }

    @Test
    void doesNotTryAgainWhatIsRefused() throws Exception {
        // Given
        outcomes.add(answered(400, "{\"error\":\"a.b.c has expired\"}"));

        // Then
        assertEquals(new Refused<>(400, "W&B answered the identity token with 400", Refusal.CREDENTIAL), exchanged());
    }

    @Test
    void givesEachTryTenSecondsAndNoMoreThanTheCallHas() throws Exception {
        // Given
        outcomes.addAll(List.of(answered(500, ""), answered(200, GOOD)));

        // When
        exchange().exchange(Deadline.in(Duration.ofSeconds(5)));

        // Then
        assertEquals(2, limits.stream().filter(limit -> limit.compareTo(Duration.ofSeconds(5)) <= 0).count());
    }

    @Test
    void doesNotWaitLongerThanTheCallMay() throws Exception {
        // Given
        outcomes.add(answered(500, ""));

        // Then
        assertInstanceOf(Later.class, exchange().exchange(Deadline.in(Duration.ofMillis(500))));
        assertEquals(List.of(), waits);
    }

    @Test
    void waitsForAFileThatIsJustReplaced() throws Exception {
        // Given
        Files.delete(file);

        // Then
        assertEquals(new Later<>(0, "the identity token file cannot be read", Optional.empty()), exchanged());
    }

    @Test
    void sendsNothingButAToken() throws Exception {
        // Given
        Files.writeString(file, "password=hunter2");

        // Then
        assertEquals(new Refused<>(0, "the identity token file holds no JWT", Refusal.CREDENTIAL), exchanged());
    }

    @Test
    void takesNoTokenThatWouldBreakAHeader() throws Exception {
        // Given
        for (int i = 0; i < 4; i++) {
            outcomes.add(answered(200, "{\"access_token\":\"a\\r\\nX: y\",\"expires_in\":3600}"));
        }

        // Then
        assertInstanceOf(Later.class, exchanged());
    }

    private Answer<AccessToken> exchanged() throws InterruptedException {
        return exchange().exchange(Deadline.in(Duration.ofSeconds(90)));
    }

    private TokenExchange exchange() {
        return new TokenExchange(new IdentityToken(file), BaseUrl.of(URI.create("https://api.wandb.example")),
                (name, request, bytes, limit) -> {
                    limits.add(limit);
                    return outcomes.remove();
                }, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), () -> 0), waits::add);
    }

    private static Outcome answered(int status, String body) {
        return new Outcome.Answered(status, HttpHeaders.of(Map.of(), (name, value) -> true), body, body.length());
    }
}
