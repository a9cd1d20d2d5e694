package dev.touchstone.sandbox.security.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    /** A star, a plus or an open brace that is neither escaped nor in a class of characters. */
    private static final Pattern UNBOUNDED = Pattern.compile("(?<!\\\\)[*+]|(?<!\\\\)\\{\\d+,\\}");

    @Test
    void everyRepetitionIsBounded() throws IOException {
        // Given
        String lines = resource();
        // When
        List<String> unbounded = lines.lines().filter(line -> !line.startsWith("#"))
                .filter(line -> UNBOUNDED.matcher(line.replaceAll("\\[[^\\]]*\\]", "")).find()).toList();
        // Then
        assertEquals(List.of(), unbounded);
    }

    @ParameterizedTest
    @ValueSource(strings = { "declines\ten", "unknown\ten\tno", "declines\tde\tnein", "declines\ten\t(no", "declines\ten\tno" })
    void aResourceThatCannotBeMeantIsRefused(String lines) {
        assertThrows(IllegalArgumentException.class, () -> Phrases.read(lines));
    }

    private static String resource() throws IOException {
        try (InputStream in = PhrasesTest.class.getResourceAsStream("/detect-phrases.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
