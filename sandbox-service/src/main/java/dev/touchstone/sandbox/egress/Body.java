package dev.touchstone.sandbox.egress;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;

/**
 * Makes text of a received body. The size is capped again after decompression: a few bytes can unfold into millions.
 *
 * @param usage of the whole call
 */
record Body(Exchanged.Received received, WebUrl url, int max, Usage usage) {

    Fetched read() {
        byte[] raw = received.body().getBytes();
        String encoding = received.header("content-encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> response(raw);
            // A body that was never read, or that a status forbids, has nothing to decompress.
            case "gzip", "x-gzip" -> raw.length == 0 ? response(raw) : gunzip(raw);
            default -> failure(FailureCode.NOT_UNDERSTOOD, "the answer is encoded in a way not asked for");
        };
    }

    private Fetched gunzip(byte[] raw) {
        return Gzip.unfold(raw, max).map(plain -> plain.length <= max ? response(plain)
                : failure(FailureCode.TOO_LARGE, "the answer unfolds into more than " + max + " bytes"))
                .orElseGet(() -> failure(FailureCode.NOT_UNDERSTOOD, "the answer is not the gzip that it says it is"));
    }

    private Fetched response(byte[] plain) {
        try {
            return response(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain)).toString(), true);
        } catch (CharacterCodingException malformed) {
            return response(new String(plain, StandardCharsets.UTF_8), false);
        }
    }

    private Fetched response(String text, boolean utf8) {
        return new Fetched.Response(received.status(), text,
                new Fetched.Source(url.toString(), received.header("content-type").orElse(null), utf8), usage);
    }

    private Fetched failure(FailureCode code, String detail) {
        return new Fetched.Failure(code, detail, usage);
    }
}
