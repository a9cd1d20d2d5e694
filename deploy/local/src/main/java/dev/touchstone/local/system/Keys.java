package dev.touchstone.local.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.touchstone.events.access.ApiKey;

/**
 * The development keys of one data directory, good for nothing else.
 *
 * @param client submits and follows for an organisation
 * @param house decides, operates and audits
 * @param second decides as well: two people must agree where somebody decides against the jury
 */
public record Keys(ApiKey client, ApiKey house, ApiKey second) {

    /** To which what is submitted with the client key belongs. */
    public static final String MAKERS = "sample-makers";
    static final String HOUSE = "touchstone";

    /** Those of a system that was started with this data before; empty where none was. */
    public static Optional<Keys> of(Layout layout) {
        try {
            return Optional.of(new Keys(read(layout.key("client")), read(layout.key("house")), read(layout.key("second"))));
        } catch (IOException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** For the person who started the system: the only place where these keys are shown. */
    public List<String> lines(Settings settings) {
        return List.of("Development keys of the data in " + settings.layout().data() + ", good for nothing else:",
                "  client  " + client.secret() + "  submits for the organisation " + MAKERS
                        + "; ./touchstone submit takes it by itself",
                "  house   " + house.secret() + "  decides, operates and audits",
                "  second  " + second.secret() + "  decides: the second reviewer of a decision against the jury",
                "The pages are at " + settings.ports().url(Service.REVIEW)
                        + "/ and need no key here: sign in as \"local house\", "
                        + "\"local second\" or \"local client\" with one click.");
    }

    private static ApiKey read(Path file) throws IOException {
        return new ApiKey(Files.readString(file, StandardCharsets.US_ASCII).strip());
    }
}
