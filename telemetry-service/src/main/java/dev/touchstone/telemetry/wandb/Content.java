package dev.touchstone.telemetry.wandb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes to upload. They are read as a stream, more than once, and need never be in memory as a whole; they stay the same
 * from the first reading to the last.
 */
public interface Content {

    /** In bytes. */
    long size();

    /** Asked for several times in one upload. */
    Md5 md5();

    /** From the first byte on. The caller closes it. */
    InputStream open() throws IOException;

    static Content of(byte[] bytes) {
        return new MemoryContent(bytes.clone(), Md5.of(bytes));
    }

    /** In UTF-8. */
    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A file on disk, read here once for its digest.
     *
     * @throws IOException if it cannot be read
     */
    static Content of(Path file) throws IOException {
        return FileContent.read(file);
    }

    /**
     * The same bytes in parts of equal size, the last of which may be shorter. Reads all of it once, for the digests.
     *
     * @param partSize in bytes, at least 1
     */
    default List<Content> parts(long partSize) throws IOException {
        List<Content> parts = new ArrayList<>();
        try (InputStream in = open()) {
            for (long offset = 0; offset < size(); offset += partSize) {
                long length = Math.min(partSize, size() - offset);
                parts.add(new ContentPart(this, offset, length, Md5.of(new BoundedStream(in, length))));
            }
        }
        return parts;
    }
}
