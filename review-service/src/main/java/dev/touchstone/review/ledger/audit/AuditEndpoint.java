package dev.touchstone.review.ledger.audit;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.ledger.audit.Due.Posting;

/**
 * The operator's audit endpoint, which is trusted with the entries and with its key and nothing more: no redirect is followed,
 * of its answers only the status and {@code Retry-After} count. Blocks: for virtual threads.
 */
final class AuditEndpoint implements AutoCloseable {

    private static final int LONGEST_ANSWER = 65_536;
    private static final int STATUS_CLASS = 100;
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    private final URI url;
    private final Optional<String> key;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient client;

    /**
     * @throws IllegalStateException if no endpoint could be there, or the key could not be sent; neither is repeated in it
     */
    AuditEndpoint(URI url, Optional<String> key, Duration timeout, Clock clock) {
        this.url = required(url);
        this.key = key.map(AuditEndpoint::required);
        this.timeout = timeout;
        this.clock = clock;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(timeout).build();
    }

    private static URI required(URI url) {
        boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalStateException("touchstone.ledger.audit.url must be an http or https address with a host, "
                    + "without user information and fragment");
        }
        return url;
    }

    private static String required(String key) {
        if (!VISIBLE.matcher(key).matches()) {
            throw new IllegalStateException("touchstone.ledger.audit.key must consist of visible ASCII characters");
        }
        return key;
    }

    /**
     * Posts the entry once.
     *
     * @throws InterruptedException if the thread was asked to stop; the endpoint may have the entry
     */
    Posted post(Posting entry) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(timeout)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON).header("Idempotency-Key", entry.leafHash())
                .POST(BodyPublishers.ofString(body(entry)));
        key.ifPresent(secret -> request.header(HttpHeaders.AUTHORIZATION, "Bearer " + secret));
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request.build(),
                BodyHandlers.limiting(BodyHandlers.discarding(), LONGEST_ANSWER));
        try {
            // The request's own limit ends with the answer's head; an endless body must not hold the turn.
            return read(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return notTaken("there was no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException failed) {
            return notTaken(reason(failed.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private static String body(Posting entry) {
        return EventJson.mapper().createObjectNode().put("index", entry.index()).put("leafHash", entry.leafHash())
                .put("entry", entry.entry()).toString();
    }

    private Posted read(HttpResponse<Void> answer) {
        return answer.statusCode() / STATUS_CLASS == 2 ? new Posted.Taken()
                : new Posted.NotTaken("it answered " + answer.statusCode(), answer.headers()
                        .firstValue(HttpHeaders.RETRY_AFTER).flatMap(header -> RetryAfter.read(header, clock.instant())));
    }

    private static Posted notTaken(String reason) {
        return new Posted.NotTaken(reason, Optional.empty());
    }

    /** Without what the failure says: addresses and texts of strangers would be in it. */
    private String reason(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "the exchange broke off";
            case HttpTimeoutException ignored -> "there was no answer within " + timeout.toMillis() + " ms";
            case ConnectException ignored -> "no connection could be made";
            default -> "the exchange broke off: " + failure.getClass().getSimpleName();
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
