package dev.touchstone.submission.review.run;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.WandbRun;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A W&amp;B run as clients see it: one click to it, and whether it can be written now.
 *
 * @param runId as it was fixed when the submission was accepted
 * @param alias the id that W&amp;B has the run under, where {@code runId} belonged to a run that was deleted there; else null
 * @param cause a stable word for why the state is as it is; null where none was told
 * @param reason for people
 * @param stopped whether somebody pressed stop on the run's page; the review goes on
 * @param links {@code run}, {@code workspace} (of the project) and {@code artifacts} (of the run) at W&amp;B
 */
@RegisterForReflection
public record WandbRunView(String entity, String project, String runId, @Nullable String alias, URI baseUrl, URI url,
        @Schema(enumeration = {
                "unknown", "online", "catching-up", "offline" }) String state,
        @Nullable String cause,
        String reason, boolean stopped, Map<String, URI> links){

    static final String UNKNOWN = "unknown";
    static final String NOTHING_SAID = "Nothing was said about this run yet";

    public static WandbRunView of(WandbRun run, @Nullable RunState known) {
        return known == null ? of(run) : of(run, known.state, known.cause, known.reason, known.stopped);
    }

    /** The view of a run of which nothing was said yet. */
    public static WandbRunView of(WandbRun run) {
        return of(run, UNKNOWN, null, NOTHING_SAID, false);
    }

    private static WandbRunView of(WandbRun run, String state, @Nullable String cause, String reason, boolean stopped) {
        Map<String, URI> links = new LinkedHashMap<>();
        links.put("run", run.url());
        links.put("workspace", run.workspaceUrl());
        links.put("artifacts", run.artifactsUrl());
        return new WandbRunView(run.entity(), run.project(), run.runId(), run.alias(), run.baseUrl(), run.url(), state, cause,
                reason, stopped, links);
    }
}
