package dev.touchstone.local.wandb.runs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Json;

/** All runs, and the names of those that were deleted: the service never lets such a name be used again. */
public final class Runs {

    /** What an upsert came to. */
    public sealed interface Upserted {

        record Stored(EmulatedRun run, boolean inserted) implements Upserted {
        }

        record Refused(int status, String message) implements Upserted {
        }
    }

    private final Map<RunKey, EmulatedRun> runs = new LinkedHashMap<>();
    private final Map<String, EmulatedRun> byStorageId = new HashMap<>();
    private final Map<String, Set<RunKey>> byProject = new LinkedHashMap<>();
    private final Set<RunKey> deleted = new HashSet<>();
    private final InstantSource clock;
    private final String entity;
    private final Behaviour behaviour;
    private final Violations violations = new Violations();
    private int created;

    /** @param entity taken where a client names none */
    public Runs(InstantSource clock, String entity, Behaviour behaviour) {
        this.clock = clock;
        this.entity = entity;
        this.behaviour = behaviour;
    }

    /** @param at when it came; it is not later than what the clock says */
    public synchronized Upserted upsert(JsonNode upsert, Instant at) {
        String id = Json.text(upsert, "id");
        Optional<EmulatedRun> named = id == null ? Optional.empty() : byStorageId(id);
        if (id != null && named.isEmpty()) {
            return new Upserted.Refused(404, "no run has the id that was given");
        }
        RunKey key = named.map(EmulatedRun::key).orElseGet(() -> key(upsert));
        Optional<Upserted> refusal = refuse(key, upsert, at);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        EmulatedRun known = runs.get(key);
        EmulatedRun run = known == null ? create(key, at) : known;
        run.update(upsert, violations.of(key.toString(), at), at);
        return new Upserted.Stored(run, known == null);
    }

    private EmulatedRun create(RunKey key, Instant at) {
        EmulatedRun run = new EmulatedRun(key, "gentle-sky-" + ++created, at);
        runs.put(key, run);
        byStorageId.put(key.storageId(), run);
        project(key.entity(), key.project()).add(key);
        return run;
    }

    private Set<RunKey> project(String entityName, String project) {
        return byProject.computeIfAbsent(entityName + "/" + project, absent -> new HashSet<>());
    }

    private RunKey key(JsonNode upsert) {
        return new RunKey(Json.text(upsert, "entity", entity), Json.text(upsert, "project", "uncategorized"),
                Json.text(upsert, "name", "run-" + (created + 1)));
    }

    private Optional<Upserted> refuse(RunKey key, JsonNode upsert, Instant at) {
        if (deleted.contains(key)) {
            return Optional.of(new Upserted.Refused(behaviour.deletedStatus(), deletedMessage(key)));
        }
        if (!key.fault().isEmpty()) {
            return Optional.of(new Upserted.Refused(400, key.fault()));
        }
        String config = Json.text(upsert, "config");
        if (config == null || Json.parse(config).isPresent()) {
            return Optional.empty();
        }
        violations.of(key.toString(), at).report(Rule.NOT_JSON, "config", null, config);
        return Optional.of(new Upserted.Refused(400, "config is not the text of a JSON object"));
    }

    public static String deletedMessage(RunKey key) {
        return "run " + key + " was previously created and deleted; try a new run name";
    }

    public synchronized Optional<EmulatedRun> find(RunKey key) {
        return Optional.ofNullable(runs.get(key));
    }

    public synchronized Optional<EmulatedRun> byStorageId(String id) {
        return Optional.ofNullable(byStorageId.get(id));
    }

    public synchronized List<EmulatedRun> named(String runId) {
        return runs.values().stream().filter(run -> run.key().runId().equals(runId)).toList();
    }

    /** In the order of their creation. */
    public synchronized List<EmulatedRun> all() {
        return new ArrayList<>(runs.values());
    }

    public synchronized boolean hasProject(String entityName, String project) {
        return byProject.containsKey(entityName + "/" + project);
    }

    /** A project may be there before its first run. */
    public synchronized boolean createProject(String entityName, String project) {
        boolean inserted = !hasProject(entityName, project);
        project(entityName, project);
        return inserted;
    }

    public synchronized List<EmulatedRun> ofProject(String entityName, String project) {
        Set<RunKey> keys = byProject.getOrDefault(entityName + "/" + project, Set.of());
        return all().stream().filter(run -> keys.contains(run.key())).toList();
    }

    public synchronized void delete(RunKey key) {
        runs.remove(key);
        byStorageId.remove(key.storageId());
        project(key.entity(), key.project()).remove(key);
        deleted.add(key);
    }

    public synchronized boolean isDeleted(RunKey key) {
        return deleted.contains(key);
    }

    public RunState stateOf(EmulatedRun run) {
        return run.life().state(clock.instant(), behaviour.silence());
    }

    public Violations violations() {
        return violations;
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    public String entity() {
        return entity;
    }
}
