package dev.touchstone.local.wandb.runs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What names a run. */
public record RunKey(String entity, String project, String runId) {

    /** The opaque id of GraphQL. */
    public String storageId() {
        return opaque("Run:v1:" + runId + ":" + project + ":" + entity);
    }

    public String projectId() {
        return opaque("Project:v1:" + project + ":" + entity);
    }

    public String entityId() {
        return opaque("Entity:" + entity);
    }

    /** @return the rule that a name breaks, or an empty text */
    public String fault() {
        if (project.isBlank() || project.length() > 128 || project.matches(".*[/\\\\#?%:].*")) {
            return "invalid project name: 1 to 128 characters without / \\ # ? % :";
        }
        if (!runId.equals(runId.strip()) || runId.isEmpty() || runId.matches(".*[:;,#?/'].*")) {
            return "invalid run id: no blanks at its ends, none of : ; , # ? / '";
        }
        return "";
    }

    @Override
    public String toString() {
        return entity + "/" + project + "/" + runId;
    }

    private static String opaque(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
