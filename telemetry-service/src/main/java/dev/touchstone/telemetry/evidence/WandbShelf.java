package dev.touchstone.telemetry.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.WandbHttp;
import dev.touchstone.telemetry.wandb.api.Alert;
import dev.touchstone.telemetry.wandb.api.RunFiles;
import dev.touchstone.telemetry.wandb.api.WandbApi;
import dev.touchstone.telemetry.wandb.artifact.ArtifactDraft;
import dev.touchstone.telemetry.wandb.artifact.Artifacts;
import dev.touchstone.telemetry.wandb.artifact.ClientIds;
import dev.touchstone.telemetry.wandb.artifact.LoggedArtifact;
import dev.touchstone.telemetry.wandb.artifact.PartSize;

/** W&amp;B itself. */
public final class WandbShelf implements Shelf {

    private final Artifacts artifacts;
    private final RunFiles files;
    private final WandbApi api;
    private final Duration silence;

    /**
     * @param idleLimit after which an upload that does not move is given up
     * @param silence for so long W&amp;B holds back a second alert of the same title
     */
    public WandbShelf(WandbHttp http, String installation, Duration idleLimit, Duration silence) {
        this.artifacts = new Artifacts(http, new ClientIds(installation), PartSize.DEFAULT, idleLimit);
        this.files = new RunFiles(http, idleLimit);
        this.api = new WandbApi(http);
        this.silence = silence;
    }

    @Override
    public Answer<LoggedArtifact> log(ArtifactDraft draft) throws InterruptedException {
        return artifacts.log(draft);
    }

    @Override
    public Answer<String> use(RunPlace run, String artifactId) throws InterruptedException {
        return artifacts.use(run.entity(), run.project(), run.wandbId(), artifactId);
    }

    @Override
    public Answer<List<String>> files(RunPlace run, Map<String, Content> contents) throws InterruptedException {
        return files.upload(run.entity(), run.project(), run.wandbId(), contents);
    }

    @Override
    public Answer<Boolean> alert(RunPlace run, Plan.Alert alert) throws InterruptedException {
        return api.alert(run.entity(), run.project(), run.wandbId(),
                new Alert(alert.title(), alert.text(), severity(alert.level()), silence));
    }

    private static Alert.Severity severity(Level level) {
        return switch (level) {
            case OFF, INFO -> Alert.Severity.INFO;
            case WARN -> Alert.Severity.WARN;
            case ERROR -> Alert.Severity.ERROR;
        };
    }
}
