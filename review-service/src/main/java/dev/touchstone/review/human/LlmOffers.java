package dev.touchstone.review.human;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.artifacts.ServicesConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Asks judge-service which LLMs may be asked for. A page neither waits for it nor fails with it. */
@ApplicationScoped
public class LlmOffers {

    private static final Logger LOG = Logger.getLogger(LlmOffers.class);

    private static final int OK = 200;
    private static final int LARGEST = 65_536;
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    /** A configuration changes with a restart; and who finds the judge away must not wait for it with every page. */
    private static final Duration KEPT = Duration.ofSeconds(20);

    private final URI address;
    private final ServiceKeyFilter serviceKey;
    private final Clock clock;
    /** No redirects: they could lead the key away from the services. */
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE).build();
    private volatile @Nullable Told told;

    private record Told(LlmOffer offer, Instant until) {
    }

    LlmOffers(ServicesConfig services, ServiceKeyFilter serviceKey, Clock clock) {
        this.address = URI.create(services.judgeUrl().toString().replaceAll("/+$", "") + "/llm");
        this.serviceKey = serviceKey;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /** Never fails; {@link LlmOffer#UNKNOWN} where judge-service is away. */
    public Uni<LlmOffer> current() {
        Told known = told;
        return known != null && known.until().isAfter(clock.instant()) ? Uni.createFrom().item(known.offer()) : ask();
    }

    private Uni<LlmOffer> ask() {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE)
                .header(HttpHeaders.AUTHORIZATION, serviceKey.authorization()).build();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST)))
                .map(LlmOffers::read)
                .ifNoItem().after(PATIENCE).fail()
                .onFailure().recoverWithItem(LlmOffers::away)
                .invoke(offer -> told = new Told(offer, clock.instant().plus(KEPT)))
                .emitOn(callersThread());
    }

    private static LlmOffer read(HttpResponse<byte[]> response) {
        if (response.statusCode() != OK) {
            throw new IllegalStateException("it answered " + response.statusCode());
        }
        try {
            return LlmOffer.of(EventJson.mapper().readTree(response.body()));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static LlmOffer away(Throwable failure) {
        LOG.debugf("llm offer: judge-service cannot be asked: %s", failure.toString());
        return LlmOffer.UNKNOWN;
    }

    /** Whoever asks may hold a database session, which only its own thread may use. */
    private static Executor callersThread() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(ignored -> command.run());
    }
}
