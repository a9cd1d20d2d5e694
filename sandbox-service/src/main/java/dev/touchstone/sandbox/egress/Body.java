package dev.touchstone.sandbox.egress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import dev.touchstone.sandbox.FailureCode;

/** Makes text of a received body. The size is capped again after decompression: a few bytes can unfold into millions. */
final class Body {

    private Body() {
    }

    static Fetched read(Exchanged.Received received, WebUrl url, int max) {
        byte[] raw = received.body().getBytes();
        String encoding = received.header("content-encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> response(received, url, raw);
            // A body that was never read, or that a status forbids, has nothing to decompress.
            case "gzip", "x-gzip" -> raw.length == 0 ? response(received, url, raw) : gunzip(received, url, raw, max);
            default -> new Fetched.Failure(FailureCode.NOT_UNDERSTOOD, "the answer is encoded in a way not asked for");
        };
    }

    private static Fetched gunzip(Exchanged.Received received, WebUrl url, byte[] raw, int max) {
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            byte[] plain = unzipped.readNBytes(max + 1);
            return plain.length <= max ? response(received, url, plain)
                    : new Fetched.Failure(FailureCode.TOO_LARGE, "the answer unfolds into more than " + max + " bytes");
        } catch (IOException broken) {
            return new Fetched.Failure(FailureCode.NOT_UNDERSTOOD, "the answer is not the gzip that it says it is");
        }
    }

    private static Fetched response(Exchanged.Received received, WebUrl url, byte[] plain) {
        String text = new String(plain, StandardCharsets.UTF_8);
        // A fault is replaced by a character of its own, which comes back as other bytes.
        boolean utf8 = Arrays.equals(plain, text.getBytes(StandardCharsets.UTF_8));
        return new Fetched.Response(received.status(), text,
                new Fetched.Source(url.toString(), received.header("content-type").orElse(null), utf8));
    }
}
