package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.IntNode;

import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;

/** The files of a run, to be read, and, for older clients, to be put. */
final class RunFileTypes {

    private final Uploads uploads;

    RunFileTypes(Uploads uploads) {
        this.uploads = uploads;
    }

    Type.Value page(EmulatedRun run, Field field) {
        List<String> names = new ArrayList<>();
        field.argument("names").forEach(name -> names.add(name.asText()));
        // Older clients ask for places of files that they are about to put; others for files that are there.
        List<String> all = new ArrayList<>(names.isEmpty() ? run.files().all().keySet() : names);
        Type page = Connections.page("File", field, all, name -> file(run, name));
        return new Type.Value.Single(page.leaf("uploadHeaders", () -> Json.texts(FileMutations.HEADERS)));
    }

    private Type file(EmulatedRun run, String name) {
        Optional<Blob> content = run.files().find(name);
        String url = uploads.runFile(run.key(), name);
        return new Type("File").text("id", name).text("name", name).text("displayName", name)
                .with("url", field -> Connections.text(field.argument("upload").asBoolean() ? place(run, name)
                        : content.map(there -> url).orElse(null)))
                .text("directUrl", content.map(there -> url).orElse(null))
                .text("md5", content.map(Blob::md5).orElse(null)).text("digest", content.map(Blob::md5).orElse(null))
                .leaf("sizeBytes", () -> content.map(there -> IntNode.valueOf(there.size())).orElse(null))
                .text("mimetype", null).text("updatedAt", Connections.time(run.life().lastSeen())).text("storagePath", name);
    }

    private String place(EmulatedRun run, String name) {
        return uploads.open(new Uploads.Place(run.key().toString(), name, null), content -> run.files().store(name, content));
    }
}
