package dev.touchstone.submission.review.progress;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.WandbRun;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A W&amp;B run as clients see it: one click to it, and whether it can be written now. */
@RegisterForReflection
public record WandbRunView(String entity, String project, String runId, URI baseUrl, URI url, String state, String reason) {

    static WandbRunView of(WandbRun run, @Nullable RunState known) {
        return known == null
                ? of(run)
                : new WandbRunView(run.entity(), run.project(), run.runId(), run.baseUrl(), run.url(), known.state,
                        known.reason);
    }

    /** The view of a run of which nothing was said yet. */
    public static WandbRunView of(WandbRun run) {
        return new WandbRunView(run.entity(), run.project(), run.runId(), run.baseUrl(), run.url(), "unknown",
                "Nothing was said about this run yet");
    }
}
