package dev.touchstone.telemetry.weave;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads a body as it was before it was packed, up to a length: a few packed kilobytes may stand for gigabytes. */
final class Unpacking {

    private Unpacking() {
    }

    /**
     * @return empty where it is longer than {@code longest}
     * @throws IOException if it is not what its encoding says
     */
    static Optional<byte[]> unpack(byte[] body, boolean gzip, int longest) throws IOException {
        if (!gzip) {
            return Optional.of(body).filter(plain -> plain.length <= longest);
        }
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = packed.readNBytes(longest + 1);
            return Optional.of(plain).filter(all -> all.length <= longest);
        }
    }
}
