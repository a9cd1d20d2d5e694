package dev.touchstone.review.cases;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.WandbRun;
import dev.touchstone.review.CaseView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The W&amp;B run in the words that the submission API uses too.
 *
 * @param links {@code run}, {@code workspace} (of the project) and {@code artifacts} (of the run) at W&amp;B
 */
@RegisterForReflection
record RunAnswer(@JsonUnwrapped Name name, URI baseUrl, URI url, @JsonUnwrapped Standing standing, Map<String, URI> links) {

    /**
     * @param alias the id that W&amp;B has the run under, where {@code runId} belonged to a deleted run; else null
     */
    @RegisterForReflection
    record Name(String entity, String project, String runId, @Nullable String alias) {
    }

    /**
     * @param cause a stable word; null where none was told, as the reason
     */
    @RegisterForReflection
    record Standing(String state, @Nullable String cause, @Nullable String reason, boolean stopped) {
    }

    static RunAnswer of(CaseView view) {
        WandbRun run = view.wandbRun();
        Map<String, URI> links = new LinkedHashMap<>();
        links.put("run", run.url());
        links.put("workspace", run.workspaceUrl());
        links.put("artifacts", run.artifactsUrl());
        return new RunAnswer(new Name(run.entity(), run.project(), run.runId(), run.alias()), run.baseUrl(), run.url(),
                standing(view), links);
    }

    private static Standing standing(CaseView view) {
        RunStateChanged told = view.trail().run();
        boolean stopped = view.trail().wandb().stopped();
        return told == null ? new Standing("unknown", null, null, stopped)
                : new Standing(told.state().key(), told.cause() == null ? null : told.cause().key(), told.reason(), stopped);
    }
}
