package dev.touchstone.local.wandb.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Json;

/** What upserts said of a run. */
public final class RunProfile {

    /** The texts of an upsert: one that is null leaves what is stored. */
    static final List<String> TEXTS = List.of("displayName", "groupName", "jobType", "description", "notes", "commit",
            "host", "program", "repo", "sweep");
    private static final Set<String> OTHERS = Set.of("id", "name", "project", "entity", "config", "debug", "state", "tags",
            "summaryMetrics", "clientMutationId");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private String config = "{}";
    private List<String> tags = List.of();

    RunProfile(String displayName) {
        texts.put("displayName", displayName);
    }

    /** Takes what an upsert names: texts and tags that it gives, the config always whole. */
    synchronized void update(JsonNode upsert, Reporter reporter) {
        for (String name : TEXTS) {
            String value = Json.text(upsert, name);
            if (value != null) {
                texts.put(name, value);
            }
        }
        if (upsert.path("tags").isArray()) {
            List<String> given = new ArrayList<>();
            upsert.path("tags").forEach(tag -> given.add(tag.asText()));
            tags = List.copyOf(given);
        }
        config = Json.text(upsert, "config", config);
        upsert.fieldNames().forEachRemaining(name -> {
            if (!TEXTS.contains(name) && !OTHERS.contains(name)) {
                reporter.report(Rule.UNKNOWN_MEMBER, "upsertBucket", null, name);
            }
        });
    }

    public synchronized @Nullable String text(String name) {
        return texts.get(name);
    }

    public synchronized Map<String, String> texts() {
        return new LinkedHashMap<>(texts);
    }

    public synchronized String config() {
        return config;
    }

    public synchronized List<String> tags() {
        return tags;
    }
}
