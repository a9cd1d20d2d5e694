package dev.touchstone.review.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.artifacts.ServicesConfig;
import dev.touchstone.review.ledger.compare.RunSide;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Asks telemetry-service, which alone speaks to W&amp;B, what a run says of the ledger. */
@ApplicationScoped
class RunRows {

    private static final Logger LOG = Logger.getLogger(RunRows.class);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int LARGEST = 8 << 20;
    /** It may have to wait for its turn at W&amp;B, and to read several pages. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServicesConfig services;
    private final ServiceKeyFilter serviceKey;
    /** No redirects: they could lead the key away from the services. */
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE).build();

    RunRows(ServicesConfig services, ServiceKeyFilter serviceKey) {
        this.services = services;
        this.serviceKey = serviceKey;
    }

    /** What asking came to. */
    sealed interface Answer {

        /**
         * @param source {@code wandb}, or {@code recorded} where W&amp;B cannot be read
         * @param reason why it cannot; null where it was
         * @param waiting how many of the rows W&amp;B was not sent yet
         */
        record Rows(RunSide run, String source, @Nullable String reason, int waiting) implements Answer {

            /** Whether all of it was seen where it was sent to. */
            boolean isWhole() {
                return source.equals("wandb") && waiting == 0;
            }
        }

        /** There is no such run yet. */
        record None() implements Answer {
        }

        /** It cannot be said now. */
        record Away() implements Answer {
        }
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /** Never fails. */
    Uni<Answer> of(UUID submissionId) {
        HttpRequest request = HttpRequest.newBuilder(address(submissionId)).timeout(PATIENCE)
                .header(HttpHeaders.AUTHORIZATION, serviceKey.authorization()).build();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST)))
                .map(RunRows::read)
                .ifNoItem().after(PATIENCE).fail()
                .onFailure().recoverWithItem(RunRows::away)
                .emitOn(callersThread());
    }

    private URI address(UUID submissionId) {
        return URI.create(services.telemetryUrl().toString().replaceAll("/+$", "") + "/telemetry/runs/" + submissionId
                + "/ledger-rows");
    }

    private static Answer read(HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case OK -> rows(parsed(response.body()));
            case NOT_FOUND -> new Answer.None();
            default -> throw new IllegalStateException("it answered " + response.statusCode());
        };
    }

    private static Answer away(Throwable failure) {
        LOG.warnf("ledger rows: telemetry-service cannot be asked: %s", failure.toString());
        return new Answer.Away();
    }

    static Answer rows(JsonNode answer) {
        List<RunSide.Row> rows = new ArrayList<>();
        int waiting = 0;
        for (JsonNode row : answer.path("rows")) {
            rows.add(new RunSide.Row(row.path("step").asLong(-1), row.path("index").isIntegralNumber()
                    ? (Long) row.path("index").longValue()
                    : null, row.path("leafHash").textValue(), row.path("eventId").textValue()));
            waiting += row.path("sent").asBoolean(false) ? 0 : 1;
        }
        Set<String> events = new HashSet<>();
        answer.path("events").forEach(event -> events.add(event.asText()));
        return new Answer.Rows(new RunSide(ids(answer.path("wandbRun")), rows, events),
                answer.path("source").asText("recorded"),
                answer.path("reason").textValue(), waiting);
    }

    /** Entries name a run by the id that it was given, whatever W&amp;B has it under. */
    private static Set<String> ids(JsonNode run) {
        return Set.of(run.path("runId").asText(""));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return EventJson.mapper().readTree(body);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** Whoever asks may hold a database session, which only its own thread may use. */
    private static Executor callersThread() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(ignored -> command.run());
    }
}
