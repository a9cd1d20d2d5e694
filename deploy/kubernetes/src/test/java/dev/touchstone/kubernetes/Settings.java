package dev.touchstone.kubernetes;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings that a service knows, read from its sources: the members of its typed configuration and the keys of its
 * properties. In the form of environment variables, since that is how a manifest names them.
 */
final class Settings {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern MEMBER = Pattern.compile("^ {4}(?:[\\w.<>]+(?:, )?)+ (\\w+)\\(\\);", Pattern.MULTILINE);

    private Settings() {
    }

    static Set<String> of(String service) throws IOException {
        Set<String> known = new TreeSet<>();
        for (String module : new String[] { "stage-events", service }) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                for (Path file : files.toList()) {
                    add(file, known);
                }
            }
        }
        return known;
    }

    private static void add(Path file, Set<String> known) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".java")) {
            addMembers(Files.readString(file), known);
        } else if (name.equals("application.properties") || name.equals("microprofile-config.properties")) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(key -> known.add(variable(key)));
        }
    }

    private static void addMembers(String source, Set<String> known) {
        Matcher prefix = PREFIX.matcher(source);
        if (prefix.find()) {
            MEMBER.matcher(source).results()
                    .forEach(member -> known.add(variable(prefix.group(1) + "." + kebab(member.group(1)))));
        }
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1");
    }

    /** As MicroProfile Config maps a property's name to the environment. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
