package dev.touchstone.submission.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;

/** What is sent to do harm, over the wire. What it is made of is looked at in the tests of the readers. */
@ServiceTest
class HostileRequestsTest {

    private static final int LIMIT = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "not json", "{\"agentId\": \"a\"} {}", "{\"a\": 1, \"a\": 2}", "{\"a\": 1e999}",
            "{\"a\": \"\\ud800\"}", "\u0000", "{\"a\": NaN}" })
    void whatIsNotJsonIsRefused(String body) {
        isRefused(400, "malformed-json", Api.postRaw(BodyPublishers.ofString(body)));
    }

    @Test
    void aMegabyteOfBracketsIsRefused() {
        isRefused(413, "request-too-complex", Api.postRaw(BodyPublishers.ofString("[".repeat(LIMIT))));
    }

    @Test
    void aMegabyteOfCommasIsRefused() {
        isRefused(400, "malformed-json", Api.postRaw(BodyPublishers.ofString("[" + ",".repeat(LIMIT - 2) + "]")));
    }

    @Test
    void aMegabyteOfEmptyObjectsIsRefused() {
        isRefused(413, "request-too-complex", Api.postRaw(BodyPublishers.ofString("[{}" + ",{}".repeat(LIMIT / 4) + "]")));
    }

    @Test
    void whatAnnouncesThatItIsTooLargeIsRefused() {
        isRefused(413, "request-too-large", Api.postRaw(BodyPublishers.ofString(" ".repeat(LIMIT + 1))));
    }

    @Test
    void whatTurnsOutToBeTooLargeIsRefused() {
        // Given a body in chunks, whose length nobody announces
        byte[] large = " ".repeat(LIMIT + 1).getBytes(StandardCharsets.UTF_8);
        // When
        HttpResponse<String> answer = Api.postRaw(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        // Then
        isRefused(413, "request-too-large", answer);
    }

    @Test
    void whatIsNoMoreThanTheLimitIsRead() {
        // Given
        String body = "\"" + "x".repeat(LIMIT - 2) + "\"";
        // When
        HttpResponse<String> answer = Api.postRaw(BodyPublishers.ofString(body));
        // Then
        isRefused(422, "invalid-submission", answer);
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/json; charset=iso-8859-1", "application/json;charset=utf-16" })
    void anotherEncodingIsRefused(String contentType) {
        isRefused(415, "unsupported-media-type", Api.postRaw(contentType, BodyPublishers.ofString("{}")));
    }

    @Test
    void anotherEncodingThatIsNotNamedIsRefused() {
        isRefused(400, "malformed-json", Api.postRaw(BodyPublishers.ofString("{}", StandardCharsets.UTF_16)));
    }

    @Test
    void utf8MayBeNamed() {
        // When
        HttpResponse<String> answer = Api.postRaw("application/json; charset=UTF-8",
                BodyPublishers.ofString(Api.request(RelayDouble.GOOD)));
        // Then
        assertEquals(202, answer.statusCode(), answer.body());
    }

    @Test
    void aRefusalDoesNotRepeatWhatItRefuses() {
        // When
        HttpResponse<String> answer = Api.postRaw(BodyPublishers.ofString("""
                {"agentId": "<script>", "telemetry": {"relay": {"endpoint": "gopher://x", "token": "s3cret token"}}}"""));
        // Then
        isRefused(422, "invalid-submission", answer);
        assertFalse(answer.body().contains("script") || answer.body().contains("s3cret"), answer.body());
    }

    private static void isRefused(int status, String type, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("urn:touchstone:problem:" + type, Cards.json(answer.body()).path("type").asText());
    }
}
