package dev.touchstone.telemetry.wandb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
