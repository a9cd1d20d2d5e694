package dev.touchstone.review.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.ledger.audit.UploadStatus;
import dev.touchstone.review.ledger.check.Entry;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An entry for people and clients: what finds and checks it, and its whole text.
 *
 * @param digest the RFC 6962 leaf hash of {@code entry}
 * @param previousHash leaf hash of the entry before, in the whole ledger
 * @param entry the canonical text: its UTF-8 bytes are what {@code digest} is made of
 */
@RegisterForReflection
public record LedgerLine(@JsonUnwrapped Place place, String digest, String previousHash, @JsonUnwrapped Recorded recorded,
        String entry) {

    @RegisterForReflection
    public record Place(long index, String stage, int attempt, String workflowRunId, String generatedAt) {
    }

    /** @param upload what the operator's audit endpoint was told; null where there is none */
    @RegisterForReflection
    public record Recorded(String event, String eventId, String wandbRunId, List<LedgerArtifact> artifacts,
            @Nullable UploadStatus upload) {

        public Recorded {
            artifacts = List.copyOf(artifacts);
        }
    }

    @RegisterForReflection
    public record LedgerArtifact(String name, String digest, String download) {
    }

    static LedgerLine of(Entry entry, @Nullable UploadStatus upload) {
        JsonNode json = parse(entry);
        Place place = new Place(entry.index(), text(json, "stage"), json.path("attempt").asInt(),
                text(json, "workflowRunId"), text(json, "generatedAt"));
        Recorded recorded = new Recorded(text(json, "event"), text(json, "eventId"), text(json, "wandbRunId"),
                artifacts(json), upload);
        return new LedgerLine(place, entry.leafHash(), text(json, "previousHash"), recorded, entry.text());
    }

    private static List<LedgerArtifact> artifacts(JsonNode json) {
        List<LedgerArtifact> artifacts = new ArrayList<>();
        for (JsonNode artifact : json.path("artifacts")) {
            String digest = text(artifact, "digest");
            artifacts.add(new LedgerArtifact(text(artifact, "name"), digest, "/review/artifacts/" + digest));
        }
        return artifacts;
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    private static JsonNode parse(Entry entry) {
        try {
            return EventJson.mapper().readTree(entry.text());
        } catch (IOException corrupt) {
            throw new IllegalStateException("Entry " + entry.index() + " is not the JSON that was written", corrupt);
        }
    }
}
