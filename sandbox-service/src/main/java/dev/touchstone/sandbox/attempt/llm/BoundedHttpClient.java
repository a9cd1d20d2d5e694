package dev.touchstone.sandbox.attempt.llm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.touchstone.sandbox.attempt.llm.LlmAnswer.Code;
import dev.touchstone.sandbox.egress.Deadline;

/**
 * One question's way to the model's host, in place of the library's own client: that one waits for a body without end and
 * knows no {@code Retry-After}. What passes with time is tried again while the deadline leaves room.
 */
record BoundedHttpClient(HttpClient http, Allowance allowance, Deadline deadline)
        implements
            dev.langchain4j.http.client.HttpClient {

    private static final int TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    /** Many times what the most tokens come to. */
    private static final int LARGEST = 1 << 20;

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            for (int sent = 1;; sent++) {
                HttpResponse<byte[]> response = send(request);
                if (response.statusCode() / 100 == 2) {
                    return SuccessfulHttpResponse.builder().statusCode(response.statusCode())
                            .headers(response.headers().map()).body(new String(response.body(), StandardCharsets.UTF_8))
                            .build();
                }
                Optional<Duration> wait = waitAfter(response, sent);
                if (wait.isEmpty()) {
                    // Its text is not looked at: it may hold anything, the key too.
                    throw new HttpException(response.statusCode(), "");
                }
                TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
            }
        } catch (InterruptedException stopped) {
            throw new CallFailed.Interrupted(stopped);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
        if (!allowance.takeCall()) {
            throw new CallFailed(Code.CALLS_PER_HOUR, "As many calls as an hour may have were made.");
        }
        CompletableFuture<HttpResponse<byte[]>> response = http.sendAsync(jdk(request),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return response.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new CallFailed(Code.TIMEOUT, "The model did not answer in time.");
        } catch (ExecutionException failed) {
            throw unreachable(failed);
        } finally {
            response.cancel(true);
        }
    }

    private static CallFailed unreachable(ExecutionException failed) {
        if (failed.getCause() instanceof IOException) {
            return new CallFailed(Code.UNREACHABLE, "The model's host cannot be reached, broke off or answered too much.");
        }
        throw new IllegalStateException("The call to the model failed", failed);
    }

    private static java.net.http.HttpRequest jdk(HttpRequest request) {
        java.net.http.HttpRequest.Builder message = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> message.header(name, value)));
        return message.build();
    }

    /** Seconds only: a host that names a date wants to be left alone for longer than anybody waits here. */
    private Optional<Duration> waitAfter(HttpResponse<?> response, int sent) {
        int status = response.statusCode();
        if (sent >= TRIES || (status != 408 && status != 429 && status < 500)) {
            return Optional.empty();
        }
        Duration wait = response.headers().firstValue("Retry-After").filter(after -> after.matches("\\d{1,6}"))
                .map(after -> Duration.ofSeconds(Long.parseLong(after))).orElse(FIRST_WAIT.multipliedBy(1L << (sent - 1)));
        return Optional.of(wait).filter(deadline::leavesRoomFor);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("Answers are taken whole");
    }

    /** What the library builds its client with; its own times are of no use beside the deadline. */
    record Builder(BoundedHttpClient client) implements dev.langchain4j.http.client.HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return client.deadline().left();
        }

        @Override
        public Builder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return client.deadline().left();
        }

        @Override
        public Builder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public BoundedHttpClient build() {
            return client;
        }
    }
}
