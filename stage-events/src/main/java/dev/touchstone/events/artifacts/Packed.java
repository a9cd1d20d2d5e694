package dev.touchstone.events.artifacts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Content as it lies in the database. The digest is always of the content itself, never of this. */
final class Packed {

    static final String IDENTITY = "identity";
    static final String GZIP = "gzip";

    private final String encoding;
    private final byte[] bytes;

    /**
     * @param encoding {@code identity} or {@code gzip}, as HTTP calls them
     */
    Packed(String encoding, byte[] bytes) {
        this.encoding = encoding;
        this.bytes = bytes;
    }

    /** Compressed where that saves at least a tenth: a reader has to undo it. */
    static Packed of(byte[] content) {
        byte[] zipped = zip(content);
        return zipped.length < content.length - content.length / 10
                ? new Packed(GZIP, zipped)
                : new Packed(IDENTITY, content);
    }

    String encoding() {
        return encoding;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isZipped() {
        return encoding.equals(GZIP);
    }

    /** The content itself. */
    byte[] content() {
        return isZipped() ? unzip(bytes) : bytes;
    }

    private static byte[] zip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 4 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** What this class made: a row that cannot be unpacked was damaged. */
    private static byte[] unzip(byte[] packed) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return zip.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException("A stored artifact cannot be unpacked", damaged);
        }
    }
}
