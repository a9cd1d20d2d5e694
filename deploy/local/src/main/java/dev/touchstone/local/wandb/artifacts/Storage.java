package dev.touchstone.local.wandb.artifacts;

import java.util.List;
import java.util.Optional;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Blobs;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** What was put is got here. It is never shown, whatever it is: it came from a client. */
public final class Storage {

    private final Runs runs;
    private final Blobs blobs;
    private final Uploads uploads;

    public Storage(Runs runs, Blobs blobs, Uploads uploads) {
        this.runs = runs;
        this.blobs = blobs;
        this.uploads = uploads;
    }

    /** {@code GET /storage/{md5}/{name}}: the URL is signed, as it were. */
    public Answer content(Request request) {
        return reads(request) ? blobs.find(request.segment(1)).map(Storage::download).orElseGet(Storage::missing) : missing();
    }

    /** {@code GET /files/{entity}/{project}/{run}/{name}}. */
    public Answer runFile(Request request) {
        List<String> path = request.path();
        if (!reads(request) || path.size() < 5) {
            return missing();
        }
        return runs.find(new RunKey(path.get(1), path.get(2), path.get(3)))
                .flatMap(run -> run.files().find(String.join("/", path.subList(4, path.size()))))
                .map(Storage::download).orElseGet(Storage::missing);
    }

    /**
     * {@code GET /artifactsV2/{region}/{entity}/{project}/{collection}/{artifact}/{birth artifact}/{md5}/{name}}: sends clients
     * to the storage.
     */
    public Answer redirect(Request request) {
        List<String> path = request.path();
        Optional<Blob> content = path.size() < 9 ? Optional.empty() : blobs.find(path.get(7));
        return content.map(found -> Answer.empty(302).with("Location",
                uploads.download(found, String.join("/", path.subList(8, path.size())))))
                .orElseGet(Storage::missing);
    }

    public static Answer download(Blob content) {
        return Answer.empty(200).with("Content-Type", "application/octet-stream")
                .with("Content-Disposition", "attachment").carrying(content);
    }

    private static boolean reads(Request request) {
        return request.is("GET") || request.is("HEAD");
    }

    private static Answer missing() {
        return Answer.error(404, "not found");
    }
}
