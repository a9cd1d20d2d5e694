package dev.touchstone.review.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Texts that try to be more than text: markup, script, template syntax, addresses, controls, direction marks, broken
 * characters.
 * Whatever would run names {@code hostile}.
 */
public final class HostileTexts {

    private static final TypeReference<Map<String, List<String>>> GROUPS = new TypeReference<>() {
    };

    private HostileTexts() {
    }

    /** What is made of visible signs. */
    public static String markup() {
        return group("markup");
    }

    /** What is invisible, or changes what stands beside it. */
    public static String characters() {
        return group("characters");
    }

    private static String group(String name) {
        try (InputStream file = HostileTexts.class.getResourceAsStream("/hostile-texts.json")) {
            return String.join(" ", Objects.requireNonNull(JsonMapper.builder().build().readValue(file, GROUPS).get(name)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
