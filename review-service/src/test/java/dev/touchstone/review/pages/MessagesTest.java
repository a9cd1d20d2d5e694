package dev.touchstone.review.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.qute.i18n.MessageBundle;

class MessagesTest {

    /** All that there are, so that a new one cannot be forgotten here. */
    static Stream<Arguments> bundles() throws IOException, URISyntaxException {
        Path classes = Path.of(Messages.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(classes::relativize).map(Path::toString).filter(file -> file.endsWith("Messages.class"))
                    .map(file -> named(file.replace('/', '.').replace(".class", "")))
                    .map(bundle -> Arguments.of(bundle, name(bundle))).toList().stream();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static String name(Class<?> bundle) {
        String name = bundle.getAnnotation(MessageBundle.class).value();
        return name.equals(MessageBundle.DEFAULTED_NAME) ? "msg" : name;
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
