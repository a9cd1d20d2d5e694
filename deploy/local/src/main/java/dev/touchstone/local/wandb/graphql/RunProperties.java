package dev.touchstone.local.wandb.graphql;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunState;

/** A run as filters and orders see it: values by name. */
record RunProperties(EmulatedRun run, ObjectNode plain, ObjectNode config, ObjectNode summary) {

    static RunProperties of(EmulatedRun run, RunState state) {
        ObjectNode plain = Json.object().put("name", run.key().runId()).put("displayname", run.displayName())
                .put("state", state.key()).put("group", run.profile().text("groupName"))
                .put("jobtype", run.profile().text("jobType")).put("host", run.profile().text("host"))
                .put("username", run.key().entity()).put("sweep", run.profile().text("sweep"))
                .put("createdat", run.life().createdAt().toString())
                .put("heartbeatat", run.life().lastSeen().toString())
                .put("duration", Duration.between(run.life().createdAt(), run.life().lastSeen()).toSeconds());
        plain.set("tags", Json.texts(run.profile().tags()));
        return new RunProperties(run, plain, Json.parse(run.profile().config()).orElseGet(Json::object),
                Json.parse(Objects.requireNonNullElse(run.summary(), "{}")).orElseGet(Json::object));
    }

    /**
     * By names as {@code displayName}, {@code created_at}, {@code config.k}, {@code config.k.value}, {@code summary_metrics.k}.
     */
    JsonNode value(String name) {
        if (name.startsWith("config.")) {
            return config(name.substring("config.".length()));
        }
        if (name.startsWith("summary_metrics.") || name.startsWith("summaryMetrics.")) {
            return nested(summary, name.substring(name.indexOf('.') + 1));
        }
        return plain.path(name.replace("_", "").toLowerCase(Locale.ROOT));
    }

    private JsonNode config(String key) {
        JsonNode documented = unwrapped(key);
        return documented.isMissingNode() && key.endsWith(".value")
                ? unwrapped(key.substring(0, key.length() - ".value".length()))
                : documented;
    }

    /** A config's members are wrapped in {@code {"value": …}}; what is nested below is not. */
    private JsonNode unwrapped(String key) {
        if (config.has(key)) {
            return config.path(key).path("value");
        }
        int dot = key.indexOf('.');
        return dot < 0 ? MissingNode.getInstance()
                : nested(config.path(key.substring(0, dot)).path("value"), key.substring(dot + 1));
    }

    private static JsonNode nested(JsonNode object, String key) {
        if (object.has(key)) {
            return object.path(key);
        }
        int dot = key.indexOf('.');
        return dot < 0 ? MissingNode.getInstance() : nested(object.path(key.substring(0, dot)), key.substring(dot + 1));
    }
}
