package dev.touchstone.telemetry.wandb.artifact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Content;

/** Brings the files of one artifact to where W&amp;B wants them. What it has already is not sent. */
final class FileUploads {

    /** Signed addresses grow old while others' files are on their way, so not all are asked for at once. */
    private static final int BATCH = 25;

    private final ArtifactOperations operations;
    private final Uploads uploads;
    private final PartSize partSize;

    /** Where this object brought bytes already: the same bytes under two paths have one place. */
    private final Set<String> filled = new HashSet<>();

    FileUploads(ArtifactOperations operations, Uploads uploads, PartSize partSize) {
        this.operations = operations;
        this.uploads = uploads;
        this.partSize = partSize;
    }

    /**
     * A file with its parts.
     *
     * @param parts empty where it goes in one request
     */
    private record Piece(FileEntry file, List<Content> parts) {

        Map<String, @Nullable Object> specification(String artifactId, String manifestId) {
            Map<String, @Nullable Object> specification = new LinkedHashMap<>();
            specification.put("artifactID", artifactId);
            specification.put("artifactManifestID", manifestId);
            specification.put("md5", file.content().md5().base64());
            specification.put("mimetype", null);
            specification.put("name", file.path());
            specification.put("uploadPartsInput", parts.isEmpty() ? null : numbered());
            return specification;
        }

        private List<Map<String, Object>> numbered() {
            List<Map<String, Object>> numbered = new ArrayList<>();
            for (Content part : parts) {
                numbered.add(Map.of("partNumber", numbered.size() + 1, "hexMD5", part.md5().hex()));
            }
            return numbered;
        }
    }

    /** Gives the artifacts with which W&amp;B got the bytes, by path. */
    Answer<Map<String, String>> upload(String artifactId, String manifestId, List<FileEntry> files)
            throws InterruptedException {
        Answer<Map<String, String>> births = Answer.accepted(Map.of());
        for (int from = 0; from < files.size(); from += BATCH) {
            List<FileEntry> batch = files.subList(from, Math.min(from + BATCH, files.size()));
            births = births.then(known -> uploadBatch(artifactId, manifestId, batch).then(more -> {
                Map<String, String> all = new HashMap<>(known);
                all.putAll(more);
                return Answer.accepted(all);
            }));
        }
        return births;
    }

    private Answer<Map<String, String>> uploadBatch(String artifactId, String manifestId, List<FileEntry> files)
            throws InterruptedException {
        return pieces(files).then(pieces -> operations
                .places(pieces.stream().map(piece -> piece.specification(artifactId, manifestId)).toList())
                .then(places -> uploadAll(pieces, places)));
    }

    private Answer<List<Piece>> pieces(List<FileEntry> files) {
        List<Piece> pieces = new ArrayList<>();
        try {
            for (FileEntry file : files) {
                long size = file.content().size();
                pieces.add(new Piece(file, partSize.divides(size) ? file.content().parts(partSize.of(size)) : List.of()));
            }
            return Answer.accepted(pieces);
        } catch (IOException unreadable) {
            return new Later<>(0, "What is to be sent cannot be read", Optional.empty());
        }
    }

    private Answer<Map<String, String>> uploadAll(List<Piece> pieces, List<UploadPlace> places) throws InterruptedException {
        Map<String, String> births = new HashMap<>();
        Answer<Map<String, String>> done = Answer.accepted(births);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            UploadPlace place = places.get(i);
            births.put(piece.file().path(), place.birthArtifactId());
            done = done.then(known -> uploadTo(place, piece).then(ignored -> Answer.accepted(known)));
        }
        return done;
    }

    private Answer<UploadPlace> uploadTo(UploadPlace place, Piece piece) throws InterruptedException {
        String name = place.storagePath() + " " + piece.file().content().md5().base64();
        if (!place.storagePath().isEmpty() && filled.contains(name)) {
            return Answer.accepted(place);
        }
        Answer<UploadPlace> done = switch (place.way()) {
            case UploadPlace.Way.Nothing() -> Answer.accepted(place);
            case UploadPlace.Way.Whole(String address, List<String> headers) -> uploads
                    .put(address, headers, piece.file().content()).then(stored -> Answer.accepted(place));
            case UploadPlace.Way.Parts parts -> new PartUploads(operations, uploads).upload(place, parts, piece.parts())
                    .then(digest -> Answer.accepted(place));
        };
        return done.then(accepted -> {
            filled.add(name);
            return Answer.accepted(accepted);
        });
    }
}
