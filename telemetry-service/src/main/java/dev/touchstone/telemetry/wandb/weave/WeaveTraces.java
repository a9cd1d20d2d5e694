package dev.touchstone.telemetry.wandb.weave;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.ApiKey;
import dev.touchstone.telemetry.wandb.RateLimit;
import dev.touchstone.telemetry.wandb.WandbHttp;
import dev.touchstone.telemetry.wandb.WandbVersions;

/**
 * Posts requests of OTLP/HTTP below one base, as {@code https://trace.wandb.ai/otel}, with the key that belongs there. The
 * path, the type and the headers are those of <a href="https://docs.wandb.ai/weave/guides/tracking/otel">Weave's
 * documentation</a>. Synchronous: a call returns within the time limit.
 */
public final class WeaveTraces {

    private static final String PATH = "/v1/traces";
    private static final long LONGEST_ANSWER = 64 << 10;
    /** An answer without a word is complete success; so is one that holds an empty message about partial success. */
    private static final int EMPTY_PARTIAL_SUCCESS = 2;

    private final HttpClient client;
    private final HttpRequest.Builder request;
    private final Duration timeLimit;
    private final Clock clock;

    /**
     * @param endpoint to which {@code /v1/traces} is added
     * @param project {@code <entity>/<project>} for spans whose resource does not name one; without either Weave drops them
     * @param timeLimit for one request with its answer
     */
    public WeaveTraces(HttpClient client, URI endpoint, ApiKey key, Optional<String> project, Duration timeLimit, Clock clock) {
        this.client = client;
        this.timeLimit = timeLimit;
        this.clock = clock;
        // No content encoding: this endpoint, unlike the newer one for agents, is not documented to take any.
        this.request = HttpRequest.newBuilder(URI.create(endpoint.toString().replaceAll("/+$", "") + PATH))
                .header("wandb-api-key", key.secret())
                .header("Content-Type", "application/x-protobuf")
                .header("User-Agent", WandbVersions.PRODUCER);
        project.ifPresent(id -> request.header("project_id", id));
    }

    /**
     * @param spans a serialised {@code ExportTraceServiceRequest}
     * @return whether all of it was taken
     * @throws InterruptedException if the thread was asked to stop; the request may have taken effect
     */
    public Answer<Boolean> export(byte[] spans) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                request.copy().POST(BodyPublishers.ofByteArray(spans)).build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            return classify(exchange.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return new Later<>(0, "Weave did not answer within " + timeLimit.toSeconds() + " s", Optional.empty());
        } catch (ExecutionException unanswered) {
            return new Later<>(0, "Weave cannot be reached", Optional.empty());
        } finally {
            exchange.cancel(true);
        }
    }

    private Answer<Boolean> classify(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String reason = "Weave answered " + status;
        if (status >= 200 && status < 300) {
            return new Accepted<>(response.body().length <= EMPTY_PARTIAL_SUCCESS, Duration.ZERO);
        }
        return WandbHttp.LASTING.contains(status) ? new Refused<>(status, reason)
                : new Later<>(status, reason, RateLimit.retryAfter(response.headers(), clock.instant()));
    }
}
