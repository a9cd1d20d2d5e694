package dev.touchstone.telemetry.wandb.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The input of {@code CreateArtifact}, member for member as the official client sends it, nulls included. */
final class CreateInput {

    private static final String LATEST = "latest";

    private CreateInput() {
    }

    static Map<String, @Nullable Object> of(ArtifactDraft draft, String digest, ClientIds ids) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        input.put("aliases", aliases(draft));
        input.put("artifactCollectionName", draft.name());
        input.put("artifactCollectionNames", null);
        input.put("artifactTypeName", draft.type());
        input.put("clientID", ids.artifact(draft, digest));
        input.put("clientMutationId", null);
        input.put("description", draft.description().isEmpty() ? null : draft.description());
        input.put("digest", digest);
        input.put("digestAlgorithm", "MANIFEST_MD5");
        input.put("distributedID", null);
        input.put("enableDigestDeduplication", true);
        input.put("entityName", draft.entity());
        input.put("historyStep", draft.historyStep());
        input.put("labels", null);
        input.put("metadata", Metadata.encode(draft.metadata()));
        input.put("projectName", draft.project());
        input.put("runName", draft.runId());
        input.put("sequenceClientID", ids.sequence(draft));
        input.put("storageRegion", null);
        input.put("ttlDurationSeconds", null);
        return input;
    }

    private static List<Map<String, String>> aliases(ArtifactDraft draft) {
        List<String> names = new ArrayList<>(draft.aliases());
        if (!names.contains(LATEST)) {
            names.addFirst(LATEST);
        }
        return aliases(draft.name(), names);
    }

    static List<Map<String, String>> aliases(String collection, List<String> names) {
        return names.stream().map(alias -> {
            Map<String, String> member = new LinkedHashMap<>();
            member.put("alias", alias);
            member.put("artifactCollectionName", collection);
            return member;
        }).toList();
    }
}
