package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** The files of runs. */
final class FileMutations {

    /** One list for all files. */
    static final List<String> HEADERS = List.of("Content-Type:application/octet-stream");

    private final Runs runs;
    private final Uploads uploads;

    FileMutations(Runs runs, Uploads uploads) {
        this.runs = runs;
        this.uploads = uploads;
    }

    GraphQlAnswer create(Field field) {
        return withRun(field, run -> new Type("CreateRunFilesPayload").text("runID", run.key().storageId())
                .leaf("uploadHeaders", () -> Json.texts(HEADERS))
                .with("files", asked -> new Type.Value.Many(names(field).stream().map(name -> place(run, name)).toList())));
    }

    private Type place(EmulatedRun run, String name) {
        String url = uploads.open(new Uploads.Place(run.key().toString(), name, null),
                content -> run.files().store(name, content));
        return new Type("File").text("name", name).text("displayName", name).text("uploadUrl", url);
    }

    GraphQlAnswer markUploaded(Field field) {
        return withRun(field, run -> {
            run.files().report(names(field));
            return Connections.success("MarkRunFilesUploadedPayload", true);
        });
    }

    private static List<String> names(Field field) {
        List<String> names = new ArrayList<>();
        field.input().path("files").forEach(name -> names.add(name.asText()));
        return names;
    }

    private GraphQlAnswer withRun(Field field, Function<EmulatedRun, Type> action) {
        RunKey key = RunMutations.key(field.input(), runs.entity());
        return runs.find(key).map(action).map(GraphQlAnswer::of)
                .orElseGet(() -> new GraphQlAnswer.Refused(404, "run " + key + " not found"));
    }
}
