package dev.touchstone.telemetry.wandb.offline;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.RunDescription.Source;
import dev.touchstone.telemetry.wandb.WandbVersions;

/** {@code wandb-metadata.json}, which fills the overview of a run's page. What is not known is left out. */
final class RunMetadata {

    private RunMetadata() {
    }

    static String of(OfflineRun run) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("startedAt", run.start().at().toString());
        metadata.put("program", WandbVersions.PRODUCER);
        if (run.start().host() != null) {
            metadata.put("host", run.start().host());
        }
        Source source = run.description().source();
        if (source != null) {
            metadata.put("git", git(source));
        }
        return ExtendedJson.write(metadata);
    }

    private static Map<String, String> git(Source source) {
        Map<String, String> git = new LinkedHashMap<>();
        if (source.repository() != null) {
            git.put("remote", source.repository());
        }
        if (source.commit() != null) {
            git.put("commit", source.commit());
        }
        return git;
    }
}
