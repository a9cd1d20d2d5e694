package dev.touchstone.local.wandb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** All runs, and the names of those that were deleted: the service never lets such a name be used again. */
final class Runs {

    /** What an upsert came to. */
    sealed interface Upserted {

        record Stored(EmulatedRun run, boolean inserted) implements Upserted {
        }

        record Refused(int status, String message) implements Upserted {
        }
    }

    private final Map<RunKey, EmulatedRun> runs = new LinkedHashMap<>();
    private final Set<RunKey> deleted = new HashSet<>();
    private final EmulatorSettings settings;

    Runs(EmulatorSettings settings) {
        this.settings = settings;
    }

    synchronized Upserted upsert(JsonNode variables) {
        String id = Json.text(variables, "id");
        Optional<EmulatedRun> named = id == null ? Optional.empty() : byStorageId(id);
        if (id != null && named.isEmpty()) {
            return new Upserted.Refused(404, "no run has the id that was given");
        }
        RunKey key = named.map(EmulatedRun::key).orElseGet(() -> key(variables));
        Optional<Upserted> refusal = refuse(key, variables);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean inserted = !runs.containsKey(key);
        EmulatedRun run = runs.computeIfAbsent(key,
                absent -> new EmulatedRun(absent, "gentle-sky-" + (runs.size() + 1), settings.clock().instant()));
        run.update(variables, settings.clock().instant());
        return new Upserted.Stored(run, inserted);
    }

    private RunKey key(JsonNode variables) {
        return new RunKey(Json.text(variables, "entity", settings.entity()), Json.text(variables, "project", "uncategorized"),
                Json.text(variables, "name", UUID.randomUUID().toString().substring(0, 8)));
    }

    private Optional<Upserted> refuse(RunKey key, JsonNode variables) {
        if (deleted.contains(key)) {
            return Optional.of(new Upserted.Refused(409,
                    "run " + key + " was previously created and deleted; try a new run name"));
        }
        if (!key.fault().isEmpty()) {
            return Optional.of(new Upserted.Refused(400, key.fault()));
        }
        String config = Json.text(variables, "config");
        return config == null || Json.parse(config).isPresent() ? Optional.empty()
                : Optional.of(new Upserted.Refused(400, "config is not the text of a JSON object"));
    }

    synchronized Optional<EmulatedRun> find(RunKey key) {
        return Optional.ofNullable(runs.get(key));
    }

    synchronized Optional<EmulatedRun> byStorageId(String id) {
        return runs.values().stream().filter(run -> run.key().storageId().equals(id)).findFirst();
    }

    synchronized List<EmulatedRun> named(String runId) {
        return runs.values().stream().filter(run -> run.key().runId().equals(runId)).toList();
    }

    synchronized List<EmulatedRun> all() {
        return new ArrayList<>(runs.values());
    }

    synchronized boolean hasProject(String entity, String project) {
        return runs.keySet().stream().anyMatch(key -> key.entity().equals(entity) && key.project().equals(project));
    }

    synchronized void delete(RunKey key) {
        runs.remove(key);
        deleted.add(key);
    }

    synchronized boolean isDeleted(RunKey key) {
        return deleted.contains(key);
    }

    RunState stateOf(EmulatedRun run) {
        return run.state(settings.clock().instant(), settings.silence());
    }

    EmulatorSettings settings() {
        return settings;
    }
}
