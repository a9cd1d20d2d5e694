package dev.touchstone.local.wandb.graphql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.Rule;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.RunState;
import dev.touchstone.local.wandb.runs.Runs;

/** Creating and changing runs. */
final class RunMutations {

    private static final int TITLE = 64;

    private final Runs runs;
    private final RunType types;
    private final ProjectType projects;

    RunMutations(Runs runs, RunType types, ProjectType projects) {
        this.runs = runs;
        this.types = types;
        this.projects = projects;
    }

    GraphQlAnswer upsert(Field field, Instant at) {
        return switch (runs.upsert(upserted(field.input()), at)) {
            case Runs.Upserted.Refused(int status, String message) -> new GraphQlAnswer.Refused(status, message);
            case Runs.Upserted.Stored(EmulatedRun run, boolean inserted) -> GraphQlAnswer.of(
                    new Type("UpsertBucketPayload").single("bucket", () -> types.of(run))
                            .leaf("inserted", () -> BooleanNode.valueOf(inserted)).text("clientMutationId", null));
        };
    }

    /** The members that are called otherwise here. */
    private static ObjectNode upserted(JsonNode input) {
        ObjectNode upsert = Json.object();
        input.properties().forEach(member -> upsert.set(switch (member.getKey()) {
            case "modelName" -> "project";
            case "entityName" -> "entity";
            case "jobProgram" -> "program";
            case "jobRepo" -> "repo";
            default -> member.getKey();
        }, member.getValue()));
        return upsert;
    }

    GraphQlAnswer delete(Field field) {
        return withId(field, run -> {
            runs.delete(run.key());
            return Connections.success("DeleteRunPayload", true);
        });
    }

    GraphQlAnswer stop(Field field) {
        return withId(field, run -> {
            run.life().stop();
            return Connections.success("StopRunPayload", true);
        });
    }

    GraphQlAnswer updateState(Field field) {
        return withId(field, run -> {
            RunState wanted = switch (Json.text(field.input(), "state", "")) {
                case "pending" -> RunState.PENDING;
                case "failed" -> RunState.FAILED;
                default -> RunState.RUNNING;
            };
            return Connections.success("UpdateRunStatePayload", run.life().set(wanted, runs.stateOf(run)));
        });
    }

    private GraphQlAnswer withId(Field field, Function<EmulatedRun, Type> action) {
        return runs.byStorageId(Json.text(field.input(), "id", "")).map(action).map(GraphQlAnswer::of)
                .orElseGet(() -> new GraphQlAnswer.Refused(404, "no run has the id that was given"));
    }

    GraphQlAnswer rewind(Field field) {
        JsonNode input = field.input();
        if (!Json.text(input, "metricName", "").equals("_step") || !input.path("metricValue").isNumber()) {
            return new GraphQlAnswer.Refused(400, "a run can only be rewound to a value of _step");
        }
        return withRun(input, run -> {
            run.rewind(input.path("metricValue").asLong());
            return new Type("RewindRunPayload").single("rewoundRun", () -> types.of(run));
        });
    }

    GraphQlAnswer upsertProject(Field field) {
        String entity = Json.text(field.input(), "entityName", runs.entity());
        String name = Json.text(field.input(), "name", "");
        String fault = new RunKey(entity, name, "any").fault();
        if (!fault.isEmpty()) {
            return new GraphQlAnswer.Refused(400, fault);
        }
        boolean inserted = runs.createProject(entity, name);
        Type project = projects.of(entity, name);
        return GraphQlAnswer.of(new Type("UpsertModelPayload").single("model", () -> project)
                .single("project", () -> project).leaf("inserted", () -> BooleanNode.valueOf(inserted)));
    }

    GraphQlAnswer alert(Field field, Instant at) {
        JsonNode input = field.input();
        return withRun(input, run -> {
            String title = Json.text(input, "title", "");
            if (title.length() >= TITLE) {
                runs.violations().of(run.key().toString(), at).report(Rule.ALERT_TITLE, "alert", null, title);
            }
            run.alerts().raise(at, Json.text(input, "severity", "INFO"), title, Json.text(input, "text", ""), wait(input));
            return Connections.success("NotifyScriptableRunAlertPayload", true);
        });
    }

    /** In milliseconds; a minute where the client does not say. */
    private static Duration wait(JsonNode input) {
        return Duration.ofMillis(input.path("waitDuration").asLong(60_000));
    }

    private GraphQlAnswer withRun(JsonNode input, Function<EmulatedRun, Type> action) {
        RunKey key = key(input, runs.entity());
        Optional<EmulatedRun> run = runs.find(key);
        return run.map(action).map(GraphQlAnswer::of)
                .orElseGet(() -> new GraphQlAnswer.Refused(404, "run " + key + " not found"));
    }

    static RunKey key(JsonNode input, String entity) {
        return new RunKey(Json.text(input, "entityName", entity), Json.text(input, "projectName", ""),
                Json.text(input, "runName", ""));
    }
}
