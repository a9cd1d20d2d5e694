package dev.touchstone.review.pages;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.WandbRun;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Shown;
import dev.touchstone.review.WandbRecord;

/** Shapes what is known of the W&amp;B run. */
final class RunShaping {

    private RunShaping() {
    }

    static SubmissionView.Run shape(CaseView view) {
        WandbRun run = view.wandbRun();
        return new SubmissionView.Run(Shown.of(run.entity() + "/" + run.project() + "/" + run.runId()),
                Shown.of(run.alias()), told(view),
                new SubmissionView.RunLinks(linkable(run.url()), linkable(run.workspaceUrl()), linkable(run.artifactsUrl()),
                        view.keptOffline() ? "/review/runs/" + view.submissionId() + "/offline-archive" : null),
                view.trail().wandb().artifacts().stream().map(RunShaping::artifact).toList());
    }

    private static SubmissionView.RunTold told(CaseView view) {
        RunStateChanged told = view.trail().run();
        boolean stopped = view.trail().wandb().stopped();
        return told == null ? new SubmissionView.RunTold("unknown", "", Shown.of(""), stopped)
                : new SubmissionView.RunTold(told.state().key(), told.cause() == null ? "" : told.cause().key(),
                        Shown.of(told.reason()), stopped);
    }

    private static SubmissionView.RunArtifact artifact(WandbRecord.Artifact artifact) {
        return new SubmissionView.RunArtifact(Shown.of(artifact.name()), Shown.of(artifact.type()),
                artifact.digest() == null ? null : Shaping.digest(artifact.digest()), Shown.of(artifact.reason()));
    }

    /** A submitter chooses the base address; only a web address becomes a link, whatever an event lets through. */
    static @Nullable String linkable(URI address) {
        String scheme = String.valueOf(address.getScheme());
        boolean web = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
        return web && address.getHost() != null ? address.toString() : null;
    }
}
