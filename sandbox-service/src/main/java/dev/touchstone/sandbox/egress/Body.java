package dev.touchstone.sandbox.egress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import dev.touchstone.sandbox.FailureCode;

/** Makes text of a received body. The size is capped again after decompression: a few bytes can unfold into millions. */
final class Body {

    private Body() {
    }

    static Fetched read(Exchanged.Received received, int max) {
        byte[] raw = received.body().getBytes();
        String encoding = received.header("content-encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> response(received, raw);
            // A body that was never read, or that a status forbids, has nothing to decompress.
            case "gzip", "x-gzip" -> raw.length == 0 ? response(received, raw) : gunzip(received, raw, max);
            default -> new Fetched.Failure(FailureCode.NOT_UNDERSTOOD, "the answer is encoded in a way not asked for");
        };
    }

    private static Fetched gunzip(Exchanged.Received received, byte[] raw, int max) {
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            byte[] plain = unzipped.readNBytes(max + 1);
            return plain.length <= max ? response(received, plain)
                    : new Fetched.Failure(FailureCode.TOO_LARGE, "the answer unfolds into more than " + max + " bytes");
        } catch (IOException broken) {
            return new Fetched.Failure(FailureCode.NOT_UNDERSTOOD, "the answer is not the gzip that it says it is");
        }
    }

    private static Fetched response(Exchanged.Received received, byte[] plain) {
        return new Fetched.Response(received.status(), new String(plain, StandardCharsets.UTF_8));
    }
}
