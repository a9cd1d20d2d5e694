package dev.touchstone.review.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import dev.touchstone.events.artifacts.Artifacts;

/**
 * The addresses of what pages load. Each names a part of the file's digest, so that browsers keep the file for good and still
 * have the new one after an upgrade.
 */
@Named("assets")
@ApplicationScoped
public class Assets {

    private static final int ENOUGH = 12;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /**
     * Where a file of this service is, as {@code /live.js?v=0123456789ab}.
     *
     * @throws NullPointerException if there is none of this name
     */
    public String of(String file) {
        return addresses.computeIfAbsent(file, Assets::address);
    }

    private static String address(String file) {
        try (InputStream content = Assets.class.getResourceAsStream("/META-INF/resources/" + file)) {
            String digest = Artifacts.digest(Objects.requireNonNull(content, file).readAllBytes());
            return "/" + file + "?v=" + digest.substring("sha256:".length(), "sha256:".length() + ENOUGH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
