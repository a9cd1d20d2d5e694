package dev.touchstone.telemetry.evidence;

import java.util.List;
import java.util.Map;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.artifact.ArtifactDraft;
import dev.touchstone.telemetry.wandb.artifact.LoggedArtifact;

/**
 * Where evidence is put: the W&amp;B that a run is in. A port. Every call may be repeated after a lost answer: the same
 * artifact, file and use are there once; only an alert may be given twice.
 */
public interface Shelf {

    /** Makes a version of an artifact, unless there is one with this content. */
    Answer<LoggedArtifact> log(ArtifactDraft draft) throws InterruptedException;

    /** Says that the run uses an artifact of its project; returns the artifact's id. */
    Answer<String> use(RunPlace run, String artifactId) throws InterruptedException;

    /** Stores files of the run by name; returns the names. */
    Answer<List<String>> files(RunPlace run, Map<String, Content> files) throws InterruptedException;

    /** Tells those who watch the run; false where the server does not want to. */
    Answer<Boolean> alert(RunPlace run, Plan.Alert alert) throws InterruptedException;
}
