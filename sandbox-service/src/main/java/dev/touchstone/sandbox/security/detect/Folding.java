package dev.touchstone.sandbox.security.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a character amounts to for whoever reads it: its letters and digits in lower case, without accents, and those of ASCII
 * for all that look like them. Everything else amounts to nothing.
 */
final class Folding {

    private static final Map<Integer, String> LOOKALIKES = lookalikes();
    /** What was folded once; racing writers write equal strings. */
    private static final String[] KNOWN = new String[0x10000];

    private Folding() {
    }

    static String of(int codePoint) {
        if (codePoint >= KNOWN.length) {
            return fold(codePoint);
        }
        String known = KNOWN[codePoint];
        if (known == null) {
            known = fold(codePoint);
            KNOWN[codePoint] = known;
        }
        return known;
    }

    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(each -> folded.append(of(each)));
        return folded.toString();
    }

    private static String fold(int codePoint) {
        String lookalike = LOOKALIKES.getOrDefault(codePoint, LOOKALIKES.get(Character.toLowerCase(codePoint)));
        if (lookalike != null) {
            return lookalike;
        }
        if (Character.getType(codePoint) == Character.SURROGATE) {
            return "";
        }
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD).codePoints()
                .filter(Character::isLetterOrDigit).map(Folding::asciiDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static int asciiDigit(int codePoint) {
        return Character.isDigit(codePoint) ? '0' + Character.digit(codePoint, 10) : codePoint;
    }

    private static Map<Integer, String> lookalikes() {
        Map<Integer, String> found = new HashMap<>();
        for (int letter = 0; letter < 26; letter++) {
            String written = Character.toString('a' + letter);
            // Letters in black circles and squares, and those that flags are made of, which NFKD leaves alone.
            for (int alphabet : new int[] { 0x1F150, 0x1F170, 0x1F1E6 }) {
                found.put(alphabet + letter, written);
            }
        }
        for (String line : resource().split("\n", -1)) {
            String[] parts = line.split(" ", -1);
            for (int i = 1; i < parts.length && !line.startsWith("#"); i++) {
                found.put(Integer.parseInt(parts[i], 16), parts[0]);
            }
        }
        return Map.copyOf(found);
    }

    private static String resource() {
        try (InputStream in = Folding.class.getResourceAsStream("/detect-confusables.txt")) {
            return new String(Objects.requireNonNull(in, "detect-confusables.txt").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
