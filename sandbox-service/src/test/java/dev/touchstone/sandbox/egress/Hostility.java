package dev.touchstone.sandbox.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import dev.touchstone.sandbox.FailureCode;

/** Answers that are meant to harm whoever reads them, each with the code that it ends in. */
// What they do holds no state, but nothing says so of a lambda.
@SuppressWarnings("ImmutableEnumChecker")
enum Hostility {

    GZIP_BOMB(FailureCode.TOO_LARGE, out -> body(out, "Content-Encoding: gzip", Bombs.ONE)),
    GZIP_IN_GZIP(FailureCode.NOT_UTF8, out -> body(out, "Content-Encoding: gzip", Bombs.TWO)),
    GZIP_TWICE(FailureCode.NOT_UNDERSTOOD, out -> body(out, "Content-Encoding: gzip, gzip", gzip(gzip(new byte[9])))),
    GZIP_OF_EMPTY_MEMBERS(FailureCode.NOT_UNDERSTOOD,
            out -> body(out, "Content-Encoding: gzip", times(2_500, gzip(new byte[0])))),
    GZIP_CUT_OFF(FailureCode.NOT_UNDERSTOOD, out -> body(out, "Content-Encoding: gzip", times(1, gzip(new byte[99]), 15))),
    GZIP_THAT_IS_NONE(FailureCode.NOT_UNDERSTOOD, out -> body(out, "Content-Encoding: gzip", bytes("{\"response\": \"x\"}"))),
    ENDLESS(FailureCode.TOO_LARGE, out -> {
        say(out, "HTTP/1.1 200 OK\r\n\r\n");
        for (byte[] zeros = new byte[8_192];;) {
            out.write(zeros);
        }
    }),
    ENDLESS_CHUNKS(FailureCode.TOO_LARGE, out -> {
        say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (String chunks = "1\r\nx\r\n".repeat(1_000);;) {
            say(out, chunks);
        }
    }),
    ONE_GIGABYTE_ANNOUNCED(FailureCode.TOO_LARGE, out -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n{")),
    ONE_GIGABYTE(FailureCode.TOO_LARGE, out -> {
        say(out, "HTTP/1.1 200 OK\r\n\r\n");
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < 1_024; i++) {
            out.write(megabyte);
        }
    }),
    SLOW_BODY(FailureCode.TIMEOUT, out -> {
        say(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        drip(out, "x");
    }),
    SLOW_HEAD(FailureCode.TIMEOUT, out -> {
        say(out, "HTTP/1.1 200 OK\r\nX: ");
        drip(out, "x");
    }),
    SLOW_HEADERS(FailureCode.TIMEOUT, out -> {
        say(out, "HTTP/1.1 200 OK\r\n");
        drip(out, "X: x\r\n");
    }),
    SILENCE(FailureCode.TIMEOUT, out -> drip(out, "")),
    ENDLESS_HEADERS(FailureCode.TOO_LARGE, out -> {
        say(out, "HTTP/1.1 200 OK\r\n");
        while (true) {
            say(out, "X: x\r\n");
        }
    }),
    ENDLESS_HEADER(FailureCode.TOO_LARGE, out -> {
        say(out, "HTTP/1.1 200 OK\r\nX: ");
        while (true) {
            say(out, "x".repeat(4_096));
        }
    }),
    ENDLESS_STATUS_LINE(FailureCode.TOO_LARGE, out -> {
        say(out, "HTTP/1.1 200 ");
        while (true) {
            say(out, "x".repeat(4_096));
        }
    }),
    ENDLESS_INTERIMS(FailureCode.TOO_LARGE, out -> {
        while (true) {
            say(out, "HTTP/1.1 100 Continue\r\n\r\n");
        }
    }),
    ENDLESS_HINTS(FailureCode.TOO_LARGE, out -> {
        while (true) {
            say(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
        }
    }),
    ENDLESS_TRAILERS(FailureCode.TOO_LARGE, out -> {
        say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n");
        while (true) {
            say(out, "X: x\r\n");
        }
    }),
    ENDLESS_CHUNK_EXTENSION(FailureCode.TOO_LARGE, out -> {
        say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=");
        while (true) {
            say(out, "x".repeat(4_096));
        }
    }),
    NONSENSE_FOR_A_CHUNK(FailureCode.NOT_UNDERSTOOD,
            out -> say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n")),
    NEGATIVE_CHUNK(FailureCode.NOT_UNDERSTOOD,
            out -> say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nx\r\n")),
    OVERFLOWING_CHUNK(FailureCode.NOT_UNDERSTOOD,
            out -> say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\nx\r\n")),
    CHUNK_CUT_OFF(FailureCode.BROKEN, out -> say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nx")),
    TWO_LENGTHS(FailureCode.NOT_UNDERSTOOD,
            out -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x")),
    LENGTH_THAT_IS_NONE(FailureCode.NOT_UNDERSTOOD, out -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}")),
    NEGATIVE_LENGTH(FailureCode.NOT_UNDERSTOOD, out -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}")),
    DEEP_JSON(FailureCode.TOO_DEEP, out -> body(out, "", bytes("[".repeat(60_000)))),
    DEEP_OBJECTS(FailureCode.TOO_DEEP, out -> body(out, "", bytes("{\"a\":".repeat(10_000)))),
    HUGE_NUMBER(FailureCode.TOO_LARGE, out -> body(out, "", bytes("{\"response\": " + "9".repeat(50_000) + "}"))),
    NOT_JSON(FailureCode.NOT_UNDERSTOOD, out -> body(out, "", bytes("<html>"))),
    INVALID_UTF8(FailureCode.NOT_UTF8, out -> body(out, "", new byte[] { '"', (byte) 0xc3, (byte) 0x28, '"' })),
    OVERLONG_UTF8(FailureCode.NOT_UTF8, out -> body(out, "", new byte[] { '"', (byte) 0xc0, (byte) 0xaf, '"' })),
    SURROGATES_IN_UTF8(FailureCode.NOT_UTF8,
            out -> body(out, "", new byte[] { '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"' })),
    UTF16(FailureCode.NOT_UTF8, out -> body(out, "", "{\"response\": \"旅\"}".getBytes(StandardCharsets.UTF_16))),
    NOTHING_IN_IT(FailureCode.EMPTY, out -> body(out, "", new byte[0])),
    NO_CONTENT(FailureCode.EMPTY, out -> say(out, "HTTP/1.1 204 No Content\r\n\r\n")),
    NOTHING_AT_ALL(FailureCode.BROKEN, out -> {
    }),
    HALF_A_HEAD(FailureCode.BROKEN, out -> say(out, "HTTP/1.1 200 OK\r\nX:")),
    ANOTHER_PROTOCOL(FailureCode.NOT_UNDERSTOOD, out -> say(out, "220 mail.example ESMTP\r\n\r\n"));

    /** The largest body that is taken of these. */
    static final int MAX_BODY = 65_536;

    /** Made once: it takes longer to fold them than to refuse them. */
    private static final class Bombs {

        private static final byte[] ONE = gzip(new byte[20_000_000]);
        private static final byte[] TWO = gzip(ONE);
    }

    private final FailureCode code;
    private final RawServer.Behaviour behaviour;

    Hostility(FailureCode code, RawServer.Behaviour behaviour) {
        this.code = code;
        this.behaviour = behaviour;
    }

    FailureCode code() {
        return code;
    }

    RawServer server() {
        return RawServer.behaving(behaviour);
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(bytes(text));
    }

    private static void body(OutputStream out, String header, byte[] content) throws IOException {
        say(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + (header.isEmpty() ? "" : header + "\r\n")
                + "Content-Length: " + content.length + "\r\nConnection: close\r\n\r\n");
        out.write(content);
    }

    private static void drip(OutputStream out, String drop) throws IOException, InterruptedException {
        while (true) {
            say(out, drop);
            Thread.sleep(20);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
            zipped.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] times(int count, byte[] content) {
        return times(count, content, content.length);
    }

    private static byte[] times(int count, byte[] content, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            out.write(content, 0, length);
        }
        return out.toByteArray();
    }
}
