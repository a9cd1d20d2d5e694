package dev.touchstone.review.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void everyTextIsThereInJapanese() throws IOException {
        // Given
        Properties japanese = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Messages.class.getResourceAsStream("/messages/msg_ja.properties")),
                StandardCharsets.UTF_8)) {
            japanese.load(file);
        }
        // When
        TreeSet<String> english = Arrays.stream(Messages.class.getDeclaredMethods()).map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertEquals(english, new TreeSet<>(japanese.stringPropertyNames()));
    }
}
