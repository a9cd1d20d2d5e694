package dev.touchstone.submission;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.codec.EventJson;

/**
 * A place in a list: the sort key of the last row that was shown, so that rows that are added or taken away in between
 * neither hide nor repeat others. Opaque to clients, and nothing that must be kept secret.
 */
public final class Cursor {

    private static final int LONGEST = 4096;

    private Cursor() {
    }

    public static String of(@Nullable String... key) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(EventJson.mapper().writeValueAsBytes(key));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Text can be written", impossible);
        }
    }

    /**
     * The key that {@link #of} was given; empty where a list is read from its beginning.
     *
     * @param length of the key
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what no answer of ours held
     */
    public static Optional<List<@Nullable String>> read(@Nullable String cursor, int length) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            if (cursor.length() <= LONGEST) {
                byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII));
                @Nullable
                String[] key = EventJson.mapper().readValue(json, String[].class);
                if (key != null && key.length == length) {
                    return Optional.of(Arrays.asList(key));
                }
            }
        } catch (java.io.IOException | IllegalArgumentException foreign) {
            throw malformed();
        }
        throw malformed();
    }

    /** The number that a cursor of a list holds that counts downwards; where there is none, more than any. */
    public static long number(@Nullable String cursor) {
        try {
            return read(cursor, 1).map(key -> Long.parseLong(String.valueOf(key.getFirst()))).orElse(Long.MAX_VALUE);
        } catch (NumberFormatException foreign) {
            throw malformed();
        }
    }

    /** The refusal of a cursor that has the right form and the wrong content. */
    public static RuntimeException malformed() {
        return Problems.malformedParameter("after is no cursor that this list has given.");
    }
}
