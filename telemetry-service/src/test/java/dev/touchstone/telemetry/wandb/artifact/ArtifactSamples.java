package dev.touchstone.telemetry.wandb.artifact;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.touchstone.telemetry.wandb.Content;

/** Artifacts of the tests. */
final class ArtifactSamples {

    private ArtifactSamples() {
    }

    static ArtifactDraft draft(Entry... files) {
        return new ArtifactDraft("acme", "agents", "r1", "report", "security-report", "what was found", List.of("round-1"),
                Map.of("k", 1), List.of(files), 7);
    }

    static FileEntry file(String path, String text) {
        return new FileEntry(path, Content.of(text));
    }

    static FileEntry[] files(int count) {
        return IntStream.range(0, count).mapToObj(i -> file("cases/" + i + ".json", "{\"case\":" + i + "}"))
                .toArray(FileEntry[]::new);
    }
}
