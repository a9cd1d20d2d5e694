package dev.touchstone.submission.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import dev.touchstone.submission.intake.request.Parts.Part;

/** Takes the parts out of an upload, as files or as plain fields: clients send either. */
final class Upload {

    private Upload() {
    }

    static List<Part> parts(MultipartFormDataInput form) {
        List<Part> parts = new ArrayList<>();
        form.getValues()
                .forEach((name, values) -> values.forEach(value -> parts.add(new Part(name, ByteBuffer.wrap(content(value))))));
        return parts;
    }

    private static byte[] content(FormValue value) {
        if (!value.isFileItem()) {
            return value.getValue().getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream file = value.getFileItem().getInputStream()) {
            return file.readAllBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
