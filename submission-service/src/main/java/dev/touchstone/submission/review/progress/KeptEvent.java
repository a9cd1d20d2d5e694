package dev.touchstone.submission.review.progress;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Actor;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Severity;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An event of a review as clients see it.
 *
 * @param event the kind; a client must expect kinds that it does not know
 * @param data as in the event, whose schema depends on the kind
 */
@RegisterForReflection
record KeptEvent(UUID id, long sequence, Instant occurredAt, Stage stage, int attempt, int round, UUID workflowRunId,
        String event, Severity severity, Actor actor,
        @Schema(type = SchemaType.OBJECT) JsonNode data,
        Map<String, URI> links, List<Artifact> artifacts) {

    /** A file that a stage made; its address is null where the caller may not fetch it. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Artifact(String name, String mediaType, long size, String digest, @Nullable URI url) {

        static Artifact of(ArtifactRef ref) {
            return new Artifact(ref.name(), ref.mediaType(), ref.size(), ref.digest(), ref.url());
        }

        Artifact withoutAddress() {
            return new Artifact(name, mediaType, size, digest, null);
        }
    }

    static KeptEvent of(StageEvent event, int round, JsonNode data) {
        return new KeptEvent(event.id(), event.position().sequence(), event.origin().occurredAt(), event.stage(),
                event.attempt(), round, event.review().workflowRunId(), event.event(), event.severity(),
                event.origin().actor(), data, event.evidence().links(),
                event.evidence().artifacts().stream().map(Artifact::of).toList());
    }

    Place place() {
        return new Place(sequence, occurredAt, id);
    }

    KeptEvent with(JsonNode newData, List<Artifact> newArtifacts) {
        return new KeptEvent(id, sequence, occurredAt, stage, attempt, round, workflowRunId, event, severity, actor, newData,
                links, newArtifacts);
    }
}
