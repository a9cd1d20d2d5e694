package dev.touchstone.telemetry.wandb.offline;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * The directory of one offline run, {@code <submission>/offline-run-YYYYMMDD_HHMMSS-<runId>}. Its own name is what the
 * official tools expect and not unique: another project, or another W&amp;B, may have a run of the same id that began in
 * the same second. It is a projection: written whole beside the old file and put in its place in one step, so that a
 * reader or a crash never meets half a run.
 */
public final class OfflineDirectory {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final String runId;

    private OfflineDirectory(Path directory, String runId) {
        this.directory = directory;
        this.runId = runId;
    }

    /**
     * The place of a run; nothing is written yet.
     *
     * @param submission whose run it is; unlike the names of entity and project it is safe in a path
     * @param runId letters, digits, hyphens and underscores only
     */
    public static OfflineDirectory of(Path parent, UUID submission, String runId, Instant startedAt) {
        if (!runId.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("A run id that is no file name");
        }
        String name = "offline-run-" + START.format(startedAt) + "-" + runId;
        return new OfflineDirectory(parent.resolve(submission.toString()).resolve(name), runId);
    }

    public Path path() {
        return directory;
    }

    private Path log() {
        return directory.resolve("run-" + runId + ".wandb");
    }

    private Path marker() {
        return directory.resolve(log().getFileName() + ".synced");
    }

    /** Replaces what the directory holds. */
    public void write(OfflineRun run, OfflineContent content) throws IOException {
        Path files = Files.createDirectories(directory.resolve("files"));
        replace(files.resolve("wandb-summary.json"), out -> out.write(utf8(content.summary())));
        replace(log(), out -> OfflineLog.write(run, content, out));
        Files.deleteIfExists(marker());
    }

    /** Keeps {@code wandb sync} from uploading what has been sent by other means. Does nothing where nothing was written. */
    public void markSynced() throws IOException {
        if (Files.exists(log()) && !Files.exists(marker())) {
            Files.createFile(marker());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes into a stream. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void replace(Path file, Content content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
            content.writeTo(out);
        }
        // Its bytes must be on disk before its name is: a rename alone may survive a crash that the content does not.
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
