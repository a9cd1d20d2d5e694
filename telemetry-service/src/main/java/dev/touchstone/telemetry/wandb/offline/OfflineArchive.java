package dev.touchstone.telemetry.wandb.offline;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The segments of a run in one zip file, to be unpacked anywhere and uploaded with {@code wandb sync .} there. The same
 * segments make the same bytes, whenever and wherever they are written.
 */
public final class OfflineArchive {

    /** The earliest time that a zip file can name. Real ones would make two archives of the same content differ. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private OfflineArchive() {
    }

    /**
     * A segment in an archive.
     *
     * @param uploaded marked as synced, so that {@code wandb sync} leaves it alone
     */
    public record Member(OfflineSegment segment, boolean uploaded) {
    }

    /**
     * @param readme a text for people
     * @param out is not closed
     */
    public static void write(String readme, List<Member> members, OutputStream out) throws IOException {
        SortedMap<String, FileContent> files = new TreeMap<>();
        files.put("README.txt", FileContent.of(readme));
        for (Member member : members) {
            String directory = member.segment().name() + "/";
            member.segment().files().forEach((path, content) -> files.put(directory + path, content));
            if (member.uploaded()) {
                files.put(directory + OfflineSegment.markerName(member.segment().run().name().runId()), FileContent.of(""));
            }
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, FileContent> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            file.getValue().writeTo(new Unclosed(zip));
            zip.closeEntry();
        }
        zip.finish();
    }

    /** A file's content may close what it writes to; the archive goes on. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {
            // The archive closes itself.
        }
    }
}
