package dev.touchstone.review.ledger.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.review.ledger.audit.Due.Posting;
import dev.touchstone.review.ledger.audit.Posted.NotTaken;
import dev.touchstone.review.ledger.audit.Posted.Taken;
import dev.touchstone.review.ledger.audit.ScriptedEndpoint.Reply;

class AuditEndpointTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Posting ENTRY = new Posting(7, "ab".repeat(32), "{\"index\":7,\"reason\":\"«ö»\"}");

    private final ScriptedEndpoint scripted = new ScriptedEndpoint();
    private final AuditEndpoint endpoint = endpoint(scripted.url(), Duration.ofMillis(400));

    private static AuditEndpoint endpoint(URI url, Duration timeout) {
        return new AuditEndpoint(url, Optional.of("top-secret"), timeout, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        endpoint.close();
        scripted.close();
    }

    @Test
    void anEntryIsPostedWithItsTextItsHashAndTheKey() throws InterruptedException {
        // When
        Posted posted = endpoint.post(ENTRY);
        // Then
        assertEquals(new Taken(), posted);
        var seen = scripted.seen().getFirst();
        assertEquals(ENTRY.entry(), seen.body().path("entry").asText());
        assertEquals(ENTRY.leafHash(), seen.body().path("leafHash").asText());
        assertEquals(7, seen.index());
        assertEquals(ENTRY.leafHash(), seen.idempotencyKey());
        assertEquals("Bearer top-secret", seen.authorization());
    }

    @ParameterizedTest
    @CsvSource({ "500, it answered 500", "404, it answered 404", "302, it answered 302" })
    void whatIsNoSuccessIsNotTaken(int status, String reason) throws InterruptedException {
        // Given
        scripted.then(Reply.status(status).with("Location: " + scripted.url()));
        // When
        Posted posted = endpoint.post(ENTRY);
        // Then
        assertEquals(new NotTaken(reason, Optional.empty()), posted);
        assertEquals(1, scripted.seen().size(), "a redirect was followed");
    }

    @ParameterizedTest
    @CsvSource({ "17, 17", "'Sun, 01 Feb 2026 12:00:30 GMT', 30", "'Sun, 01 Feb 2026 11:59:00 GMT', 0", "soon, 0", "0, 0" })
    void whoIsBusySaysHowLong(String header, long seconds) throws InterruptedException {
        // Given
        scripted.then(Reply.status(429).with("Retry-After: " + header));
        // When
        NotTaken posted = assertInstanceOf(NotTaken.class, endpoint.post(ENTRY));
        // Then
        assertEquals(seconds, posted.after().map(Duration::toSeconds).orElse(0L));
    }

    @Test
    void whoIsSlowIsNotWaitedForLongerThanAllowed() throws InterruptedException {
        // Given
        scripted.then(new Reply(200, 5_000, null, 0));
        // When
        NotTaken posted = assertInstanceOf(NotTaken.class, endpoint.post(ENTRY));
        // Then
        assertEquals("there was no answer within 400 ms", posted.reason());
    }

    @Test
    void anAnswerWithoutEndIsNotRead() throws InterruptedException {
        // Given
        scripted.then(new Reply(200, 0, null, 1_000_000));
        // When
        NotTaken posted = assertInstanceOf(NotTaken.class, endpoint.post(ENTRY));
        // Then
        assertEquals("the exchange broke off: IOException", posted.reason());
    }

    @Test
    void whereNobodyListensNothingIsTakenAndNoAddressIsTold() throws InterruptedException {
        // Given
        scripted.close();
        // When
        NotTaken posted = assertInstanceOf(NotTaken.class, endpoint.post(ENTRY));
        // Then
        assertEquals("no connection could be made", posted.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = { "ftp://audit.example/x", "https://ada:pw123@audit.example/", "/entries", "https:///x",
            "https://audit.example/#pw123" })
    void whatIsNoEndpointKeepsTheServiceFromStarting(String url) {
        // When
        var refusal = assertThrows(IllegalStateException.class, () -> endpoint(URI.create(url), Duration.ofSeconds(1)));
        // Then
        assertFalse(String.valueOf(refusal.getMessage()).contains("pw123"), refusal.getMessage());
    }

    @Test
    void aKeyThatCannotBeSentIsRefusedWithoutBeingRepeated() {
        // When
        var refusal = assertThrows(IllegalStateException.class,
                () -> new AuditEndpoint(scripted.url(), Optional.of("two\nlines"), Duration.ofSeconds(1), Clock.systemUTC()));
        // Then
        assertFalse(String.valueOf(refusal.getMessage()).contains("lines"), refusal.getMessage());
    }
}
