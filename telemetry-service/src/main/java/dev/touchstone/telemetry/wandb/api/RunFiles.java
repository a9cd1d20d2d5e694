package dev.touchstone.telemetry.wandb.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.Stored;
import dev.touchstone.telemetry.wandb.WandbHttp;

/**
 * The files of a run beside its lines, such as {@code config.yaml} or {@code media/...}. A file is there for others once
 * the file stream, or {@link #markUploaded} where the run is over, has named it as uploaded. Synchronous.
 */
public final class RunFiles {

    private final GraphQl graphQl;
    private final WandbHttp http;
    private final Duration idleLimit;

    /**
     * @param idleLimit after which the upload of a file is given up if it does not move
     */
    public RunFiles(WandbHttp http, Duration idleLimit) {
        this.graphQl = new GraphQl(http);
        this.http = http;
        this.idleLimit = idleLimit;
    }

    /**
     * Uploads files by name. A second upload of a name replaces the first.
     *
     * @return the names, for the file stream's {@code uploaded}; accepted only if all files are there
     */
    public Answer<List<String>> upload(String entity, String project, String runId, Map<String, Content> files)
            throws InterruptedException {
        List<String> names = files.keySet().stream().sorted().toList();
        return graphQl.data("CreateRunFiles", Queries.CREATE_FILES, variables(entity, project, runId, names),
                WandbHttp.LASTING).then(data -> put(data.path("createRunFiles"), files))
                .then(ignored -> Answer.accepted(names));
    }

    private Answer<Stored> put(JsonNode created, Map<String, Content> files) throws InterruptedException {
        List<String> headers = StreamSupport.stream(created.path("uploadHeaders").spliterator(), false)
                .map(JsonNode::asText).toList();
        Map<String, String> places = new LinkedHashMap<>();
        created.path("files").forEach(file -> places.put(file.path("name").asText(), file.path("uploadUrl").asText()));
        if (!places.keySet().containsAll(files.keySet())) {
            return GraphQl.unexpected("CreateRunFiles");
        }
        Answer<Stored> all = Answer.accepted(new Stored(Optional.empty()));
        for (Map.Entry<String, Content> file : files.entrySet()) {
            if (all instanceof Accepted<Stored>) {
                String place = places.getOrDefault(file.getKey(), "");
                all = http.put(place, headers, file.getValue(), idleLimit);
            }
        }
        return all;
    }

    /** For a run whose file stream has ended. Only where the server has {@link Feature#MARK_RUN_FILES_UPLOADED}. */
    public Answer<Boolean> markUploaded(String entity, String project, String runId, List<String> names)
            throws InterruptedException {
        return graphQl.data("MarkRunFilesUploaded", Queries.MARK_UPLOADED, variables(entity, project, runId, names),
                WandbHttp.LASTING)
                .then(data -> Answer.accepted(data.path("markRunFilesUploaded").path("success").asBoolean(false)));
    }

    private static Map<String, Object> variables(String entity, String project, String runId, List<String> names) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("entity", entity);
        variables.put("project", project);
        variables.put("run", runId);
        variables.put("files", names);
        return variables;
    }
}
