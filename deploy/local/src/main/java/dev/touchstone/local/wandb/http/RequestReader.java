package dev.touchstone.local.wandb.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import com.sun.net.httpserver.HttpExchange;

/** Takes a request off the socket. Whether its body came in chunks makes no difference here; whether compressed does. */
public final class RequestReader {

    /** More than a client's largest request (10 MiB of lines), less than what would hurt. Counted unpacked. */
    public static final int LIMIT = 64 << 20;
    /** A part of a large file has 100 MiB. */
    private static final int UPLOAD_LIMIT = 128 << 20;

    /** A request, or the answer to one that cannot be read. */
    public sealed interface Read {
    }

    public record Accepted(Request request) implements Read {
    }

    public record Refused(Answer answer) implements Read {
    }

    private RequestReader() {
    }

    public static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return headers;
    }

    /** @param at what time it is */
    public static Read read(HttpExchange exchange, Instant at) throws IOException {
        Map<String, String> headers = headers(exchange);
        Target target = Target.of(exchange.getRequestURI());
        try {
            int limit = target.segment(0).equals("upload") ? UPLOAD_LIMIT : LIMIT;
            byte[] body = body(exchange.getRequestBody(), headers.getOrDefault("content-encoding", ""), limit);
            return body.length > limit ? new Refused(Answer.error(413, "the body is too large"))
                    : new Accepted(new Request(exchange.getRequestMethod(), target, headers, new Blob(body), at));
        } catch (ZipException e) {
            return new Refused(Answer.error(400, "the body is not what its Content-Encoding says"));
        }
    }

    private static byte[] body(InputStream in, String encoding, int limit) throws IOException {
        if (!encoding.equalsIgnoreCase("gzip")) {
            return in.readNBytes(limit + 1);
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(in)) {
            return unpacked.readNBytes(limit + 1);
        }
    }
}
