package dev.touchstone.judge;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Asks hosts that are not to be relied on: an answer may take so long and be so large, whatever its status, and no more. */
// Not application-scoped: its proxy would be a second instance with a second client.
@Singleton
public class BoundedHttp {

    /**
     * What is borne of one answer.
     *
     * @param bytes the largest body that is read
     * @param time from the connection to the end of the body
     */
    public record Bounds(int bytes, Duration time) {
    }

    /** No redirects: they could carry a key or an answer to another host. HTTP/1.1: some hosts drop a body with an upgrade. */
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /**
     * @return a body that is empty where the host's is larger than the bound; the rest of it is not read
     * @throws IOException if the host cannot be reached or does not answer in time
     */
    public HttpResponse<Optional<byte[]>> send(HttpRequest request, Bounds bounds) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<Optional<byte[]>>> answer = client.sendAsync(request,
                ignored -> new BoundedBody(bounds.bytes()));
        try {
            return answer.get(bounds.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("no whole answer within " + bounds.time());
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
