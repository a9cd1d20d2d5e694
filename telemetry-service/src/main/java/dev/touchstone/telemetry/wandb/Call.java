package dev.touchstone.telemetry.wandb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Something to be posted.
 *
 * @param name of the operation, for an observer; from a small fixed set
 * @param path below the base, beginning with a slash, encoded
 * @param gzip whether the body is packed; only where the server has said that it can unpack it
 * @param lasting the statuses that trying again will not change
 */
public record Call(String name, String path, String json, boolean gzip, Set<Integer> lasting) {

    public Call {
        lasting = Set.copyOf(lasting);
    }

    /** Who shares the server's rate limit: the file streams of one project, and all that goes to one endpoint. */
    String quota() {
        String[] segments = path.split("/", 5);
        return String.join("/", List.of(segments).subList(0, Math.min(4, segments.length)));
    }

    byte[] body() {
        byte[] plain = json.getBytes(StandardCharsets.UTF_8);
        if (!gzip) {
            return plain;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
