package dev.touchstone.judge.llm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.touchstone.judge.BoundedHttp;

/**
 * A prompt's way to the model's host, in place of the library's own client: that one reads bodies without end and knows no
 * {@code Retry-After}.
 *
 * @param keyed whether there is a key; the library wants one in any case, and without this the host would get a made-up one
 */
record BoundedHttpClient(BoundedHttp http, BoundedHttp.Bounds bounds, Turn turn, Waiting waiting, boolean keyed)
        implements
            HttpClient {

    private static final Set<String> KEY_HEADERS = Set.of("authorization", "x-api-key", "x-goog-api-key");

    /** What one try came to, where trying again may help or is not needed. */
    private sealed interface Try {

        record Done(SuccessfulHttpResponse response) implements Try {
        }

        record Later(String reason, @Nullable String retryAfter) implements Try {
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            for (int number = 1;; number++) {
                switch (once(jdk(request))) {
                    case Try.Done(SuccessfulHttpResponse response) -> {
                        return response;
                    }
                    case Try.Later(String reason, String retryAfter) -> waiting.after(number, reason, retryAfter);
                }
            }
        } catch (InterruptedException stopped) {
            throw new CallFailed.GivenUp();
        }
    }

    private Try once(java.net.http.HttpRequest message) throws InterruptedException {
        turn.enter();
        try {
            HttpResponse<Optional<byte[]>> response = http.send(message, bounds);
            int status = response.statusCode();
            return status >= 200 && status < 300 ? done(response)
                    : refused(status, response.headers().firstValue("Retry-After").orElse(null));
        } catch (IOException unreachable) {
            return new Try.Later("the model's host did not answer in time or cannot be reached", null);
        } finally {
            turn.leave();
        }
    }

    private static Try done(HttpResponse<Optional<byte[]>> response) {
        byte[] body = response.body().orElseThrow(() -> new CallFailed("the host's answer is larger than what is read"));
        return new Try.Done(SuccessfulHttpResponse.builder().statusCode(response.statusCode())
                .headers(response.headers().map()).body(new String(body, StandardCharsets.UTF_8)).build());
    }

    private static Try refused(int status, @Nullable String retryAfter) {
        String reason = "the model's host answered " + status;
        if (status == 408 || status == 429 || status >= 500) {
            return new Try.Later(reason, retryAfter);
        }
        throw new CallFailed(reason);
    }

    private java.net.http.HttpRequest jdk(HttpRequest request) {
        try {
            java.net.http.HttpRequest.Builder message = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                    .method(request.method().name(), BodyPublishers.ofString(request.body()));
            request.headers().forEach((name, values) -> {
                if (keyed || !KEY_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> message.header(name, value));
                }
            });
            return message.build();
        } catch (IllegalArgumentException noAddress) {
            throw new CallFailed("the model's address is none that can be called");
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("Replies are taken whole");
    }

    /** What the library builds its client with; its own times are of no use beside the bounds. */
    record Builder(BoundedHttpClient client) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return client.bounds().time();
        }

        @Override
        public Builder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return client.bounds().time();
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
