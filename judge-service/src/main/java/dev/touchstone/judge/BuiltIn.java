package dev.touchstone.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The documents that come with this service. Whoever asks for one that is missing has a broken build. */
public final class BuiltIn {

    private BuiltIn() {
    }

    /** @param path from the root of the resources, as {@code /gold/manifest.json} */
    public static byte[] bytes(String path) {
        try (InputStream in = Objects.requireNonNull(BuiltIn.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As UTF-8, without blanks around it. */
    public static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8).strip();
    }
}
