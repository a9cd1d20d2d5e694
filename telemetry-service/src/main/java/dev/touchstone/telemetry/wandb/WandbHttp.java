package dev.touchstone.telemetry.wandb;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLPeerUnverifiedException;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;

/**
 * Posts JSON below one base URL with the key that belongs there; the key goes nowhere else, since redirects are not
 * followed. Synchronous: a call returns within the time limit, body included.
 */
public final class WandbHttp {

    /** Statuses that stay the same however often one asks, in W&amp;B's own client. */
    public static final Set<Integer> LASTING = Set.of(400, 401, 403, 404, 409, 410, 413, 422, 501);

    /** A run's summary and config may come back, of 10 MB each at most. */
    private static final long LONGEST_BODY = 24L << 20;

    private final HttpClient client;
    private final URI base;
    private final ApiKey key;
    private final Duration timeLimit;
    private final Clock clock;

    /**
     * @param base of the API, as {@code https://api.wandb.ai}
     * @param timeLimit for one request with its answer
     */
    public WandbHttp(HttpClient client, URI base, ApiKey key, Duration timeLimit, Clock clock) {
        this.client = client;
        this.base = URI.create(base.toString().replaceAll("/+$", ""));
        this.key = key;
        this.timeLimit = timeLimit;
        this.clock = clock;
    }

    /** A client as this class wants it. */
    public static HttpClient newClient(Duration connectTimeout) {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /**
     * @param path below the base, beginning with a slash, encoded
     * @param lasting the statuses that trying again will not change
     * @throws InterruptedException if the thread was asked to stop; the request may have taken effect
     */
    public Answer<String> post(String path, String json, Set<Integer> lasting) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", key.authorization())
                .header("Content-Type", "application/json")
                .header("User-Agent", WandbVersions.PRODUCER)
                .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8)).build();
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_BODY));
        try {
            return classify(exchange.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS), lasting);
        } catch (TimeoutException late) {
            return new Later<>(0, "W&B did not answer within " + timeLimit.toSeconds() + " s", Optional.empty());
        } catch (ExecutionException failure) {
            return unanswered(failure.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private Answer<String> classify(HttpResponse<String> response, Set<Integer> lasting) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Accepted<>(response.body(), RateLimit.pause(response.headers()));
        }
        String reason = reason(status, response.body());
        return lasting.contains(status) ? new Refused<>(status, reason)
                : new Later<>(status, reason, RateLimit.retryAfter(response.headers(), clock.instant()));
    }

    private String reason(int status, String body) {
        String answered = "W&B answered " + status;
        return ErrorText.of(body).map(text -> answered + ": " + key.removedFrom(text)).orElse(answered);
    }

    private static Answer<String> unanswered(@Nullable Throwable failure) {
        return switch (failure) {
            case IOException broken when isUntrusted(broken) -> new Refused<>(0, "W&B's TLS certificate is not trusted");
            case IOException ignored -> new Later<>(0, "W&B cannot be reached", Optional.empty());
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    /** Other failures of TLS, as a handshake that was cut off, pass like any broken connection. */
    private static boolean isUntrusted(Throwable failure) {
        return Stream.<@Nullable Throwable> iterate(failure, Objects::nonNull, cause -> cause.getCause())
                .anyMatch(cause -> cause instanceof SSLPeerUnverifiedException || cause instanceof CertificateException
                        || cause instanceof CertPathValidatorException);
    }
}
