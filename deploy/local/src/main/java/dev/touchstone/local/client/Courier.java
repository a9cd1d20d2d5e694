package dev.touchstone.local.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Sends requests that may safely be sent twice, and sends them again while a service cannot be reached, is busy or asks
 * for patience. Redirects are not followed: the key is for the address that was given.
 */
final class Courier {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final int MOST_ATTEMPTS = 6;
    private static final long LARGEST_ANSWER = 32L << 20;
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final String UNDER_WAY = "urn:touchstone:problem:idempotency-key-in-use";
    private static final ObjectMapper JSON = new ObjectMapper();

    // HTTP/1.1: an attempt to upgrade with a body is not understood by every proxy.
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final String key;
    private final Pause pause;

    Courier(String key, Pause pause) {
        this.key = key;
        this.pause = pause;
    }

    Answer send(HttpRequest.Builder request, Deadline deadline) throws InterruptedException {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1;; attempt++) {
            Try tried = attempt(request, deadline);
            Duration asked = tried.retryAfter().orElse(wait);
            if (!tried.again() || attempt == MOST_ATTEMPTS || asked.compareTo(deadline.left()) >= 0) {
                return tried.answer();
            }
            pause.take(asked);
            wait = wait.multipliedBy(2);
        }
    }

    /** An answer that goes on; the caller closes its body. Tried once. */
    HttpResponse<InputStream> open(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(authorized(request).timeout(ANSWER).build(), BodyHandlers.ofInputStream());
    }

    /** @param again whether another attempt may have more success */
    private record Try(Answer answer, boolean again, Optional<Duration> retryAfter) {
    }

    private Try attempt(HttpRequest.Builder request, Deadline deadline) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(authorized(request).timeout(deadline.atMost(ANSWER)).build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER));
            Optional<Duration> retryAfter = response.headers().firstValue("Retry-After")
                    .flatMap(header -> RetryAfter.parse(header, Instant.now()));
            Answer answer = answer(response);
            return new Try(answer, PASSING.contains(response.statusCode()) || isUnderWay(answer), retryAfter);
        } catch (IOException unreachable) {
            return new Try(new Answer.Silence(why(unreachable)), true, Optional.empty());
        }
    }

    /** An earlier attempt, given up here, goes on there. */
    private static boolean isUnderWay(Answer answer) {
        return answer instanceof Answer.Refusal refusal && refusal.type().equals(UNDER_WAY);
    }

    private static Answer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        JsonNode body = parse(response.body());
        if (status >= 200 && status < 300) {
            return body.isContainerNode() ? new Answer.Success(status, body)
                    : new Answer.Silence("it answered " + status + " with something that is not JSON");
        }
        if (status >= 400 && status < 500) {
            return new Answer.Refusal(status, body);
        }
        return new Answer.Silence("it answered " + status + (status < 400 ? ", which leads elsewhere" : ""));
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return request.copy().setHeader("Authorization", "Bearer " + key).setHeader("User-Agent", "touchstone-client");
    }

    private static String why(IOException unreachable) {
        // The client's exceptions for a refused connection have no message.
        return unreachable.getMessage() == null ? "no connection" : unreachable.getMessage();
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return TextNode.valueOf(body);
        }
    }
}
