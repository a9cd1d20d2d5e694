package dev.touchstone.telemetry.wandb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import javax.net.ssl.SSLPeerUnverifiedException;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.wandb.Wire.Outcome.Answered;
import dev.touchstone.telemetry.wandb.Wire.Outcome.Away;
import dev.touchstone.telemetry.wandb.Wire.Outcome.Untrusted;

/** One exchange at a time over the JDK's client, bounded in time and in size. */
record Wire(HttpClient client) {

    /** A run's summary and config may come back, of 10 MB each at most. */
    static final int LONGEST_BODY = 24 << 20;

    /** What came of a request. */
    sealed interface Outcome {

        /**
         * @param body unpacked
         * @param bytes as they came, packed or not
         */
        record Answered(int status, HttpHeaders headers, String body, long bytes) implements Outcome {
        }

        /** Nobody knows whether the request took effect. */
        record Away(String reason) implements Outcome {
        }

        record Untrusted() implements Outcome {
        }
    }

    /**
     * @param left how long the answer may take from now on; asked again when that time has passed, for what has moved
     */
    Outcome send(HttpRequest request, Supplier<Duration> left) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request,
                ignored -> new BoundedBody(LONGEST_BODY));
        try {
            return answered(answer(exchange, left));
        } catch (TimeoutException late) {
            return new Away("W&B did not answer in time");
        } catch (ExecutionException failure) {
            return unanswered(failure.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private static HttpResponse<byte[]> answer(CompletableFuture<HttpResponse<byte[]>> exchange, Supplier<Duration> left)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (Duration wait = left.get(); wait.isPositive(); wait = left.get()) {
            try {
                return exchange.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException perhaps) {
                // Asked again: what moved meanwhile goes on.
            }
        }
        throw new TimeoutException();
    }

    private static Outcome answered(HttpResponse<byte[]> response) {
        byte[] body = response.body();
        boolean packed = response.headers().firstValue("Content-Encoding").orElse("").toLowerCase(Locale.ROOT).equals("gzip");
        try {
            byte[] plain = packed ? unpacked(body) : body;
            return new Answered(response.statusCode(), response.headers(), new String(plain, StandardCharsets.UTF_8),
                    body.length);
        } catch (IOException broken) {
            return unanswered(broken);
        }
    }

    /** A small answer may unpack to a very large one. */
    private static byte[] unpacked(byte[] body) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(LONGEST_BODY + 1);
            if (plain.length > LONGEST_BODY) {
                throw new BoundedBody.TooLong();
            }
            return plain;
        }
    }

    private static Outcome unanswered(@Nullable Throwable failure) {
        return switch (failure) {
            case IOException broken when has(broken, BoundedBody.TooLong.class) -> new Away("W&B's answer is too long");
            case IOException broken when isUntrusted(broken) -> new Untrusted();
            case IOException ignored -> new Away("W&B cannot be reached");
            // How the JDK's client passes on that a body of ours failed.
            case UncheckedIOException ignored -> new Away("What is to be sent cannot be read");
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    /** Other failures of TLS, as a handshake that was cut off, pass like any broken connection. */
    private static boolean isUntrusted(Throwable failure) {
        return has(failure, SSLPeerUnverifiedException.class) || has(failure, CertificateException.class)
                || has(failure, CertPathValidatorException.class);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return Stream.<@Nullable Throwable> iterate(failure, Objects::nonNull, cause -> cause.getCause())
                .anyMatch(type::isInstance);
    }
}
