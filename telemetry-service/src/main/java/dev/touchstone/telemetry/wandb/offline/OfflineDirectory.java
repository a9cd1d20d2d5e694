package dev.touchstone.telemetry.wandb.offline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.touchstone.telemetry.wandb.offline.TransactionLogReader.NotATransactionLog;

/**
 * A segment's directory on disk, {@code <submission>/offline-run-YYYYMMDD_HHMMSS-<runId>}. Its own name is what the
 * official tools expect and not unique: another project, or another W&amp;B, may have a run of the same id that began in
 * the same second. It is a projection: each file is written whole beside the old one and put in its place in one step, so
 * that a reader or a crash never meets half a file.
 */
public final class OfflineDirectory {

    /** What our own markers say; {@code wandb sync} leaves its own empty. */
    private static final String SENT_OTHERWISE = "sent by other means than wandb sync\n";

    private final Path directory;
    private final String runId;

    private OfflineDirectory(Path directory, String runId) {
        this.directory = directory;
        this.runId = runId;
    }

    /** Where all segments of a submission's run lie: {@code wandb sync} uploads such a directory in one go. */
    public static Path folder(Path parent, UUID submission) {
        return parent.resolve(submission.toString());
    }

    /**
     * The place of a segment; nothing is written yet.
     *
     * @param submission whose run it is; unlike the names of entity and project it is safe in a path
     * @param runId letters, digits, hyphens and underscores only
     * @param begun when the segment began
     */
    public static OfflineDirectory of(Path parent, UUID submission, String runId, Instant begun) {
        if (!runId.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("A run id that is no file name");
        }
        return new OfflineDirectory(folder(parent, submission).resolve(OfflineSegment.name(runId, begun)), runId);
    }

    public Path path() {
        return directory;
    }

    private Path log() {
        return directory.resolve(OfflineSegment.logName(runId));
    }

    private Path marker() {
        return directory.resolve(OfflineSegment.markerName(runId));
    }

    /** Current clients leave this one as soon as they begin to upload. */
    private Path state() {
        return directory.resolve(OfflineSegment.logName(runId) + ".syncstate");
    }

    /** Replaces what the directory holds, markers included. The log comes last: an upload begins with it. */
    public void write(OfflineSegment segment) throws IOException {
        Map<String, FileContent> files = segment.files();
        for (Map.Entry<String, FileContent> file : files.entrySet()) {
            if (!file.getKey().equals(OfflineSegment.logName(runId))) {
                replace(directory.resolve(file.getKey()), file.getValue());
            }
        }
        replace(log(), files.getOrDefault(OfflineSegment.logName(runId), FileContent.of("")));
        Files.deleteIfExists(marker());
        Files.deleteIfExists(state());
    }

    /** Keeps {@code wandb sync} from uploading what has gone another way. Does nothing where nothing was written. */
    public void markSynced() throws IOException {
        if (Files.exists(log()) && !Files.exists(marker())) {
            Files.writeString(marker(), SENT_OTHERWISE);
        }
    }

    /**
     * Whether somebody has uploaded the directory, or has begun to. It must not change any more then: what would be
     * written now, nobody would upload, or it would be uploaded twice.
     */
    public boolean isTaken() throws IOException {
        return Files.exists(state()) || marking().filter(text -> !text.equals(SENT_OTHERWISE)).isPresent();
    }

    /** Whether we have marked it as gone another way. */
    public boolean isMarked() throws IOException {
        return marking().filter(SENT_OTHERWISE::equals).isPresent();
    }

    private Optional<String> marking() throws IOException {
        try {
            return Optional.of(new String(Files.readAllBytes(marker()), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** How many rows of the history an upload of the directory would find; 0 where there is none. */
    public long rows() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(log()))) {
            TransactionLogReader reader = new TransactionLogReader(in);
            long rows = 0;
            for (Optional<byte[]> record = reader.next(); record.isPresent(); record = reader.next()) {
                rows += RecordKind.of(record.get()) == Records.HISTORY ? 1 : 0;
            }
            return rows;
        } catch (NoSuchFileException | NotATransactionLog none) {
            return 0;
        }
    }

    private static void replace(Path file, FileContent content) throws IOException {
        Files.createDirectories(file.getParent());
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
