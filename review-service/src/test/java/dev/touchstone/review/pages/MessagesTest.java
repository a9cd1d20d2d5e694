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
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    static Stream<Arguments> bundles() {
        return Stream.of(Arguments.of(Messages.class, "msg"), Arguments.of(RunMessages.class, "run"),
                Arguments.of(JuryMessages.class, "jury"), Arguments.of(AnswersMessages.class, "answers"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsThereInJapanese(Class<?> bundle, String name) throws IOException {
        // Given
        Properties japanese = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(bundle.getResourceAsStream("/messages/" + name + "_ja.properties")),
                StandardCharsets.UTF_8)) {
            japanese.load(file);
        }
        // When
        TreeSet<String> english = Arrays.stream(bundle.getDeclaredMethods()).map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertEquals(english, new TreeSet<>(japanese.stringPropertyNames()));
    }
}
