package dev.touchstone.sandbox.security.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.sandbox.Span;
import dev.touchstone.sandbox.suite.Language;

/**
 * The words that the classifier goes by, on {@link PlainText}: those of {@code detect-phrases.tsv}, which tells what each
 * means.
 */
public final class Phrases {

    public static final String DECLINES = "declines";
    public static final String OUT_OF_SCOPE = "out_of_scope";
    public static final String RELUCTANT = "reluctant";
    public static final String STOPS = "stops";
    public static final String GIVES = "gives";
    public static final String DISCLOSES = "discloses";
    public static final String ASSENTS = "assents";
    static final String OFFERS = "offers";
    static final String REASONS = "reasons";
    static final String TURNS = "turns";
    static final String STEPS = "steps";

    private static final String NOT_A_REFUSAL = "not_a_refusal";
    /** All that are read, in this order. */
    private static final List<String> CODES = List.of(DECLINES, OUT_OF_SCOPE, RELUCTANT, STOPS, GIVES, DISCLOSES, ASSENTS,
            OFFERS,
            REASONS, TURNS, STEPS);
    private static final Map<String, Pattern> PATTERNS = read(resource());

    private Phrases() {
    }

    /** One pattern for all phrases with a code. */
    static Pattern pattern(String code) {
        return Objects.requireNonNull(PATTERNS.get(code), code);
    }

    /** Where a plain text holds phrases with a code. */
    static List<Span> find(String code, String text) {
        List<Span> found = new ArrayList<>();
        for (Matcher matcher = pattern(code).matcher(text); matcher.find();) {
            found.add(new Span(code, matcher.start(), matcher.end()));
        }
        return found;
    }

    /**
     * @throws IllegalArgumentException for a line that is not a known code, a language and a pattern, and for a code without
     *         phrases in one of the languages
     */
    static Map<String, Pattern> read(String lines) {
        Map<String, Map<Language, List<String>>> phrases = new LinkedHashMap<>();
        for (String line : lines.split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\t", -1);
                if (parts.length != 3 || !(CODES.contains(parts[0]) || parts[0].equals(NOT_A_REFUSAL))) {
                    throw new IllegalArgumentException("Not a phrase: " + line);
                }
                phrases.computeIfAbsent(parts[0], code -> new EnumMap<>(Language.class))
                        .computeIfAbsent(Language.of(parts[1]), language -> new ArrayList<>()).add(parts[2]);
            }
        }
        String excluded = String.join("|", all(phrases, NOT_A_REFUSAL));
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        for (String code : CODES) {
            if (phrases.getOrDefault(code, Map.of()).size() < Language.values().length) {
                throw new IllegalArgumentException("No phrases in one of the languages: " + code);
            }
            patterns.put(code, Pattern.compile(String.join("|", all(phrases, code)).replace("{not_a_refusal}", excluded),
                    Pattern.MULTILINE));
        }
        return Map.copyOf(patterns);
    }

    private static List<String> all(Map<String, Map<Language, List<String>>> phrases, String code) {
        return phrases.getOrDefault(code, Map.of()).values().stream().flatMap(List::stream).toList();
    }

    private static String resource() {
        try (InputStream in = Phrases.class.getResourceAsStream("/detect-phrases.tsv")) {
            return new String(Objects.requireNonNull(in, "detect-phrases.tsv").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
