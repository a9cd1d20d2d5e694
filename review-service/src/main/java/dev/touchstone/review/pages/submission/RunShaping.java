package dev.touchstone.review.pages.submission;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.WandbRun;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Shown;
import dev.touchstone.review.WandbRecord;
import dev.touchstone.review.pages.Digest;

/** Shapes what is known of the W&amp;B run. */
public final class RunShaping {

    private RunShaping() {
    }

    public static CaseHead.Run shape(CaseView view) {
        WandbRun run = view.wandbRun();
        return new CaseHead.Run(Shown.of(run.entity() + "/" + run.project() + "/" + run.runId()),
                Shown.of(run.alias()), told(view),
                new CaseHead.RunLinks(linkable(run.url()), linkable(run.workspaceUrl()), linkable(run.artifactsUrl()),
                        view.keptOffline() ? "/review/runs/" + view.submissionId() + "/offline-archive" : null),
                view.trail().wandb().artifacts().stream().map(RunShaping::artifact).toList());
    }

    private static CaseHead.RunTold told(CaseView view) {
        RunStateChanged told = view.trail().run();
        boolean stopped = view.trail().wandb().stopped();
        return told == null ? new CaseHead.RunTold("unknown", "", Shown.of(""), stopped)
                : new CaseHead.RunTold(told.state().key(), told.cause() == null ? "" : told.cause().key(),
                        Shown.of(told.cause() == RunStateCause.REACHABLE && !stopped ? "" : told.reason()), stopped);
    }

    private static CaseHead.RunArtifact artifact(WandbRecord.Artifact artifact) {
        return new CaseHead.RunArtifact(Shown.of(artifact.name()), Shown.of(artifact.type()),
                artifact.digest() == null ? null : Digest.of(artifact.digest()), Shown.of(artifact.reason()));
    }

    /** A submitter chooses the base address; only a web address becomes a link, whatever an event lets through. */
    static @Nullable String linkable(URI address) {
        String scheme = String.valueOf(address.getScheme());
        boolean web = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
        return web && address.getHost() != null ? address.toString() : null;
    }
}
