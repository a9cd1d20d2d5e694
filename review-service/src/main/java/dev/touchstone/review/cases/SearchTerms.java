package dev.touchstone.review.cases;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.touchstone.review.Shown;

/**
 * The words that a case is found by. PostgreSQL's core finds words by their beginnings through an index; so every ending of a
 * word of a name is a word of its own, which finds what is in the middle, also in languages that put no spaces. Ids are
 * found from their beginning or from behind a hyphen or dot.
 */
final class SearchTerms {

    /** In code points. */
    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_WORDS = 8;
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PART = Pattern.compile("[-_./:]+");

    private SearchTerms() {
    }

    /** All terms, with a space between two. */
    static String of(List<String> names, List<String> ids) {
        Set<String> terms = new LinkedHashSet<>();
        ids.forEach(id -> words(id).forEach(word -> parts(word, terms)));
        names.forEach(name -> words(first(name, LONGEST_NAME)).forEach(word -> endings(word, terms)));
        return String.join(" ", terms);
    }

    /** A {@code tsquery} for cases that have all these words, or words that begin so; empty where there is none. */
    static String query(String text) {
        return words(text).limit(MOST_WORDS)
                .map(word -> "'" + first(word, LONGEST_WORD).replace("\\", "\\\\").replace("'", "''") + "':*")
                .collect(Collectors.joining(" & "));
    }

    /** As a page shows them, so that PostgreSQL can store them; wide and narrow letters are one. */
    private static Stream<String> words(String text) {
        String plain = Normalizer.normalize(Shown.of(text).text(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACE.splitAsStream(plain).filter(word -> !word.isEmpty());
    }

    private static void parts(String word, Set<String> terms) {
        terms.add(first(word, LONGEST_WORD));
        Matcher part = PART.matcher(word);
        while (part.find()) {
            if (part.end() < word.length()) {
                terms.add(first(word.substring(part.end()), LONGEST_WORD));
            }
        }
    }

    private static void endings(String word, Set<String> terms) {
        for (int at = 0; at < word.length(); at = word.offsetByCodePoints(at, 1)) {
            terms.add(first(word.substring(at), LONGEST_WORD));
        }
    }

    private static String first(String text, int points) {
        return text.codePointCount(0, text.length()) <= points ? text
                : text.substring(0, text.offsetByCodePoints(0, points));
    }
}
