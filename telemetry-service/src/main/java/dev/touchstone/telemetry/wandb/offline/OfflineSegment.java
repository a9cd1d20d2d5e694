package dev.touchstone.telemetry.wandb.offline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.touchstone.telemetry.wandb.WandbVersions;
import dev.touchstone.telemetry.wandb.offline.RunFile.Kind;

/**
 * One offline run directory: consecutive rows of a run, and the whole of everything that an upload replaces. A run may
 * have several, which {@code wandb sync} uploads one after the other; each upload appends its rows to the run's history.
 *
 * @param begun names the directory; two segments of a run never begin in the same second
 */
public record OfflineSegment(Instant begun, OfflineRun run, OfflineContent content) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);
    private static final String FILES = "files/";
    private static final String SUMMARY = "wandb-summary.json";
    private static final String METADATA = "wandb-metadata.json";
    private static final String CONFIG = "config.yaml";

    /** The directory's name, as the official tools expect it. */
    public String name() {
        return name(run.name().runId(), begun);
    }

    static String name(String runId, Instant begun) {
        return "offline-run-" + STAMP.format(begun) + "-" + runId;
    }

    static String logName(String runId) {
        return "run-" + runId + ".wandb";
    }

    /** Lies beside a log that was uploaded: {@code wandb sync} writes it, and leaves alone what has it. */
    static String markerName(String runId) {
        return logName(runId) + ".synced";
    }

    /** Every file, by its path in the directory. */
    SortedMap<String, FileContent> files() {
        SortedMap<String, FileContent> files = new TreeMap<>();
        files.put(logName(run.name().runId()), out -> OfflineLog.write(WandbVersions.PRODUCER, run, content, announced(), out));
        // These two an upload writes anew from the records; here they are for people who look into the directory.
        files.put(FILES + SUMMARY, FileContent.of(content.ending().summary()));
        files.put(FILES + CONFIG, FileContent.of(ConfigYaml.of(run.description().config())));
        files.put(FILES + METADATA, FileContent.of(RunMetadata.of(run)));
        content.files().forEach(file -> files.put(FILES + file.path(), file.content()));
        return files;
    }

    /** What an upload takes from the directory. */
    private List<RunFile> announced() {
        RunFile metadata = new RunFile(METADATA, Kind.OWN, FileContent.of(RunMetadata.of(run)));
        return Stream.concat(Stream.of(metadata), content.files().stream()).toList();
    }
}
