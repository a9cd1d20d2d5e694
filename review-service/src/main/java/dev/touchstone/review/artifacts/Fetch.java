package dev.touchstone.review.artifacts;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.artifacts.TrustedAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Fetches one file from another service, as a service, and believes nothing about it but its digest. */
@ApplicationScoped
class Fetch {

    private static final int OK = 200;

    private final ArtifactsConfig config;
    private final ServiceKeyFilter serviceKey;
    /** No redirects: they could lead away from the services. */
    private final HttpClient client;

    Fetch(ArtifactsConfig config, ServiceKeyFilter serviceKey) {
        this.config = config;
        this.serviceKey = serviceKey;
        this.client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(config.timeout())
                .build();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    Uni<Fetched> from(TrustedAddress address, String digest) {
        HttpRequest request = HttpRequest.newBuilder(address.uri()).timeout(config.timeout())
                .header(HttpHeaders.AUTHORIZATION, serviceKey.authorization()).build();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), config.largest())))
                .map(response -> check(response, digest))
                .onFailure().recoverWithItem(failure -> new Fetched.Unavailable(reason(failure)));
    }

    private static Fetched check(HttpResponse<byte[]> response, String digest) {
        if (response.statusCode() != OK) {
            return new Fetched.Unavailable("the service that made it answered " + response.statusCode());
        }
        return Artifacts.digest(response.body()).equals(digest)
                ? new Fetched.File(Buffer.buffer(response.body()))
                : new Fetched.Unavailable("what was served is not what the digest names");
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return "the service that made it could not be asked: " + cause.getClass().getSimpleName();
    }
}
