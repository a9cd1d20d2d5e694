package dev.touchstone.telemetry.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.artifact.ArtifactDraft;
import dev.touchstone.telemetry.wandb.artifact.FileEntry;
import dev.touchstone.telemetry.wandb.artifact.LoggedArtifact;

/** A shelf without a W&amp;B. */
final class MemoryShelf implements Shelf {

    private final Map<String, LoggedArtifact> artifacts = new LinkedHashMap<>();

    @Override
    public Answer<LoggedArtifact> log(ArtifactDraft draft) {
        String content = draft.files().stream().map(FileEntry.class::cast)
                .map(file -> file.path() + ":" + file.content().md5().base64()).collect(Collectors.joining("\n"));
        LoggedArtifact before = artifacts.get(draft.name() + "\n" + content);
        String digest = Content.of(content).md5().hex();
        LoggedArtifact logged = new LoggedArtifact("artifact-" + draft.name() + "-" + digest, digest, before == null);
        artifacts.put(draft.name() + "\n" + content, logged);
        return Answer.accepted(logged);
    }

    @Override
    public Answer<String> use(RunPlace run, String artifactId) {
        return Answer.accepted(artifactId);
    }

    @Override
    public Answer<List<String>> files(RunPlace run, Map<String, Content> files) {
        return Answer.accepted(files.keySet().stream().sorted().toList());
    }

    @Override
    public Answer<Boolean> alert(RunPlace run, Plan.Alert alert) {
        return Answer.accepted(true);
    }
}
