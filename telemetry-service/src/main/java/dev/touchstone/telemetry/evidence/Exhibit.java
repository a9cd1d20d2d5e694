package dev.touchstone.telemetry.evidence;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.touchstone.telemetry.wandb.artifact.FileEntry;
import dev.touchstone.telemetry.wandb.artifact.LoggedArtifact;
import dev.touchstone.telemetry.wandb.artifact.MediaFile;

/**
 * All that becomes an artifact, ready to be uploaded.
 *
 * @param contents our digests of the files that services made
 * @param tables that the run's page shows
 */
record Exhibit(List<FileEntry> files, List<String> contents, List<ShownTable> tables) {

    Exhibit {
        files = List.copyOf(files);
        contents = List.copyOf(contents);
        tables = List.copyOf(tables);
    }

    /** A table of the artifact, also as a file of the run. */
    record ShownTable(StageTable table, MediaFile media) {

        /** What the run's summary says of it, with the way to the artifact that holds it too. */
        Map<String, Object> in(LoggedArtifact artifact) {
            Map<String, Object> value = new LinkedHashMap<>(media.value());
            hexadecimal(artifact.id())
                    .ifPresent(id -> value.put("artifact_path", "wandb-artifact://" + id + "/" + table.file()));
            return value;
        }

        /** References name an artifact by the bytes of its id. One that is no Base64 has no such name. */
        private static Optional<String> hexadecimal(String id) {
            try {
                return Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(id)));
            } catch (IllegalArgumentException other) {
                return Optional.empty();
            }
        }
    }

    long bytes() {
        return files.stream().mapToLong(file -> file.content().size()).sum()
                + tables.stream().mapToLong(table -> table.media().content().size()).sum();
    }
}
