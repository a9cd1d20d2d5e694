package dev.touchstone.review.artifacts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Flow.Publisher;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;

import dev.touchstone.events.access.ServiceKeyFilter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Asks telemetry-service, as a service, for the directories of the runs that it keeps offline. */
@ApplicationScoped
class OfflineArchives {

    private static final Logger LOG = Logger.getLogger(OfflineArchives.class);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** What asking came to. */
    sealed interface Answer {

        /**
         * @param content of a zip file, of any size; read as fast as the reader takes it, and once
         */
        record Archive(Multi<Buffer> content) implements Answer {
        }

        /** The run is not kept in a directory. */
        record None() implements Answer {
        }

        /** It cannot be said now. */
        record Away() implements Answer {
        }
    }

    private final ServicesConfig services;
    private final ArtifactsConfig config;
    private final ServiceKeyFilter serviceKey;
    private final HttpClient client;

    OfflineArchives(ServicesConfig services, ArtifactsConfig config, ServiceKeyFilter serviceKey) {
        this.services = services;
        this.config = config;
        this.serviceKey = serviceKey;
        this.client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(config.timeout())
                .build();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    Uni<Answer> of(UUID submissionId) {
        // The limit is for the answer to begin; how long a large directory takes is its reader's matter.
        HttpRequest request = HttpRequest.newBuilder(address(submissionId)).timeout(config.timeout())
                .header(HttpHeaders.AUTHORIZATION, serviceKey.authorization()).build();
        return Uni.createFrom().completionStage(() -> client.sendAsync(request, OfflineArchives::body))
                .map(OfflineArchives::answer)
                .onFailure().recoverWithItem(failure -> away(failure.toString()));
    }

    private URI address(UUID submissionId) {
        return URI.create(services.telemetryUrl().toString().replaceAll("/+$", "") + "/telemetry/runs/" + submissionId
                + "/offline-archive");
    }

    /** What is not an archive is not read. */
    private static BodySubscriber<Publisher<List<ByteBuffer>>> body(HttpResponse.ResponseInfo info) {
        return info.statusCode() == OK ? BodySubscribers.ofPublisher()
                : BodySubscribers.replacing(Multi.createFrom().<List<ByteBuffer>> empty());
    }

    private static Answer answer(HttpResponse<Publisher<List<ByteBuffer>>> response) {
        return switch (response.statusCode()) {
            case OK -> new Answer.Archive(Multi.createFrom().publisher(response.body()).map(OfflineArchives::joined));
            case NOT_FOUND -> new Answer.None();
            default -> away("it answered " + response.statusCode());
        };
    }

    private static Answer away(String reason) {
        LOG.warnf("offline archive: telemetry-service cannot be asked: %s", reason);
        return new Answer.Away();
    }

    private static Buffer joined(List<ByteBuffer> parts) {
        Buffer buffer = Buffer.buffer();
        for (ByteBuffer part : parts) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            buffer.appendBytes(bytes);
        }
        return buffer;
    }
}
