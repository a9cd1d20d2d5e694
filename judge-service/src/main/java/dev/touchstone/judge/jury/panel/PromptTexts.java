package dev.touchstone.judge.jury.panel;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.judge.BuiltIn;

/**
 * The fixed words of all prompts, as resources of this service. Other words are another way of judging, so a change makes a
 * new version, and reports name version and digest.
 */
final class PromptTexts {

    /** The folder below {@code /prompts}. */
    static final String VERSION = "jury-2";

    private static final SortedMap<String, String> TEXTS = new TreeMap<>(Stream.of("instructions.txt", "plan.txt",
            "counter.txt", "reconcile.txt", "repair.txt", "titles.properties", "ruling.schema.json")
            .collect(Collectors.toMap(Function.identity(), PromptTexts::read)));
    private static final Properties TITLES = properties(text("titles.properties"));

    static final String INSTRUCTIONS = text("instructions.txt");
    static final String REPAIR = text("repair.txt");
    /** That a ruling must be valid against. */
    static final String SCHEMA = text("ruling.schema.json");

    private PromptTexts() {
    }

    /** {@code sha256:} of all texts, each after the name of its file. */
    static String digest() {
        String all = TEXTS.entrySet().stream().map(each -> each.getKey() + "\n" + each.getValue() + "\n")
                .collect(Collectors.joining());
        return Artifacts.digest(all.getBytes(StandardCharsets.UTF_8));
    }

    static String task(Phase phase) {
        return text(phase.key() + ".txt");
    }

    static String title(String section) {
        return Objects.requireNonNull(TITLES.getProperty(section), section);
    }

    private static String text(String file) {
        return Objects.requireNonNull(TEXTS.get(file), file);
    }

    private static String read(String file) {
        return BuiltIn.text("/prompts/" + VERSION + "/" + file);
    }

    private static Properties properties(String text) {
        Properties properties = new Properties();
        try (StringReader reader = new StringReader(text)) {
            properties.load(reader);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties;
    }
}
