package dev.touchstone.review.artifacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.events.codec.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Asks another service for something small that a page is better with. A page neither waits for it nor fails with it. */
@ApplicationScoped
public class QuickLook {

    private static final Logger LOG = Logger.getLogger(QuickLook.class);

    private static final int OK = 200;
    private static final int LARGEST = 65_536;
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final ServiceKeyFilter serviceKey;
    /** No redirects: they could lead the key away from the services. */
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE).build();

    QuickLook(ServiceKeyFilter serviceKey) {
        this.serviceKey = serviceKey;
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /**
     * The JSON at an address of one of our services. Never fails: empty where the service is away, too slow, or answers
     * anything
     * but 200 and JSON of at most 64 KiB. The caller's thread goes on, which may hold a database session.
     */
    public Uni<Optional<JsonNode>> at(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE)
                .header(HttpHeaders.AUTHORIZATION, serviceKey.authorization()).build();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST)))
                .map(QuickLook::read)
                .ifNoItem().after(PATIENCE).fail()
                .onFailure().recoverWithItem(failure -> away(address, failure))
                .emitOn(callersThread());
    }

    private static Optional<JsonNode> read(HttpResponse<byte[]> response) {
        if (response.statusCode() != OK) {
            throw new IllegalStateException("it answered " + response.statusCode());
        }
        try {
            return Optional.of(EventJson.mapper().readTree(response.body()));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static Optional<JsonNode> away(URI address, Throwable failure) {
        LOG.debugf("%s cannot be asked: %s", address.getAuthority(), failure.toString());
        return Optional.empty();
    }

    private static Executor callersThread() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(ignored -> command.run());
    }
}
