package dev.touchstone.events.artifacts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;

import org.jspecify.annotations.Nullable;

/**
 * One content as HTTP serves it: whole or in part, compressed as it lies there for whoever can read that, and not at all for
 * whoever has it. The compressed form is another representation, so it has another tag.
 */
record Serving(String digest, String mediaType, Packed packed) {

    private static final String ZIPPED = "-gzip";

    /** What the request says about how it wants the content; null where it has no such header. */
    record Wish(@Nullable String acceptEncoding, @Nullable String range, @Nullable String ifRange,
            @Nullable String ifNoneMatch) {

        boolean readsGzip() {
            return values(acceptEncoding).map(value -> value.toLowerCase(Locale.ROOT))
                    .anyMatch(value -> value
                            .matches("(?:x-)?gzip(?:\\s*;\\s*q=(?:1(?:\\.0{0,3})?|0\\.(?:\\d{0,2}[1-9]\\d{0,2})))?"));
        }

        boolean has(String tag) {
            return values(ifNoneMatch).anyMatch(value -> value.equals("*") || value.equals(tag) || value.equals("W/" + tag));
        }

        /** A part of something else than what the caller has the beginning of would be of no use. */
        Optional<String> rangeOf(String tag) {
            return Optional.ofNullable(range).filter(wanted -> ifRange == null || ifRange.strip().equals(tag));
        }

        private static Stream<String> values(@Nullable String header) {
            return header == null ? Stream.empty() : Arrays.stream(header.split(",")).map(String::strip);
        }
    }

    Response answer(Wish wish) {
        String whole = '"' + digest + '"';
        String zipped = '"' + digest + ZIPPED + '"';
        if (wish.has(whole) || (packed.isZipped() && wish.has(zipped))) {
            return headed(Response.notModified(), wish.has(whole) ? whole : zipped);
        }
        if (packed.isZipped() && wish.readsGzip() && wish.range() == null) {
            return headed(Response.ok(packed.bytes(), mediaType).header(HttpHeaders.CONTENT_ENCODING, Packed.GZIP), zipped);
        }
        return part(packed.content(), wish.rangeOf(whole).orElse(null), whole);
    }

    private Response part(byte[] content, @Nullable String range, String tag) {
        return switch (ByteRange.of(range, content.length)) {
            case ByteRange.Whole whole -> headed(Response.ok(content, mediaType), tag);
            case ByteRange.Part(int from, int to) -> headed(Response.status(Status.PARTIAL_CONTENT)
                    .entity(Arrays.copyOfRange(content, from, to + 1)).type(mediaType)
                    .header("Content-Range", "bytes " + from + "-" + to + "/" + content.length), tag);
            case ByteRange.Unsatisfiable none -> headed(Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + content.length), tag);
        };
    }

    private static Response headed(ResponseBuilder answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header("Accept-Ranges", "bytes")
                // It never changes under its digest.
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                // What an agent wrote must never run in a reviewer's browser.
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
