package dev.touchstone.local.wandb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Blobs;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.http.Target;

/** A request as bytes: what matters of it when it is carried out again, so never a key. */
final class RequestCodec {

    private static final List<String> HEADERS = List.of("x-wandb-use-async-filestream", "x-wandb-async-client-id",
            "content-md5");

    private final Blobs blobs;

    RequestCodec(Blobs blobs) {
        this.blobs = blobs;
    }

    byte[] write(Request request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, request.at().toString());
            text(out, request.method());
            out.writeInt(request.path().size());
            for (String segment : request.path()) {
                text(out, segment);
            }
            for (String header : HEADERS) {
                text(out, request.header(header));
            }
            // Uploads are in the storage already.
            boolean upload = request.segment(0).equals("upload");
            out.writeBoolean(upload);
            bytes(out, upload ? request.body().md5Hex().getBytes(StandardCharsets.UTF_8) : request.body().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @return empty if its body is not there any more, as that of an upload which was refused */
    Optional<Request> read(byte[] payload) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            Instant at = Instant.parse(text(in));
            String method = text(in);
            List<String> path = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                path.add(text(in));
            }
            Map<String, String> headers = new HashMap<>();
            for (String header : HEADERS) {
                headers.put(header, text(in));
            }
            Optional<Blob> body = in.readBoolean() ? blobs.find(text(in)) : Optional.of(new Blob(bytes(in)));
            return body.map(found -> new Request(method, new Target(path, Map.of()), headers, found, at));
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
