package dev.touchstone.sandbox.functional;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.touchstone.sandbox.suite.Language;

/**
 * What an expected answer holds exactly: figures, names and code, which lie near every other figure, name and code for a
 * model of meaning. What the question says already is no news, so it is not asked for.
 */
final class Facts {

    private static final Pattern CODE = Pattern.compile("`([^`\\n]{1,200})`");
    /** A capital in the middle of a sentence. */
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{Ll}\\p{Nd},;:] )\\p{Lu}[\\p{L}\\p{Nd}'’-]{2,40}");
    static final int MOST = 40;

    private Facts() {
    }

    /**
     * How an answer keeps to the facts.
     *
     * @param wanted how many facts were looked for
     * @param missing those that the answer lacks, as they were expected
     * @param contradicted whether it has none of the figures, but others in their place
     */
    record Kept(int wanted, List<String> missing, boolean contradicted) {

        static final Kept NOTHING_WANTED = new Kept(0, List.of(), false);

        boolean all() {
            return wanted > 0 && missing.isEmpty();
        }
    }

    static Kept compare(String question, String expected, String answer, Language language) {
        Set<String> numbers = without(Numbers.in(expected), Numbers.in(question));
        Set<String> said = Numbers.in(answer);
        List<String> missingNumbers = numbers.stream().filter(each -> !said.contains(each)).toList();
        Set<String> words = words(question, expected, language);
        String plain = plain(answer);
        List<String> missing = Stream.concat(missingNumbers.stream(),
                words.stream().filter(each -> !plain.contains(plain(each)))).limit(MOST).toList();
        boolean contradicted = !numbers.isEmpty() && missingNumbers.size() == numbers.size()
                && !without(said, Numbers.in(question)).isEmpty();
        return new Kept(numbers.size() + words.size(), missing, contradicted);
    }

    private static Set<String> words(String question, String expected, Language language) {
        Set<String> words = new LinkedHashSet<>(code(expected));
        words.addAll(names(expected, language));
        String asked = plain(question);
        words.removeIf(word -> asked.contains(plain(word)));
        return words;
    }

    static Set<String> code(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1).strip())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those outside code. */
    static Set<String> names(String text, Language language) {
        String prose = CODE.matcher(text).replaceAll(" ");
        return switch (language) {
            case EN ->
                NAME.matcher(prose).results().map(MatchResult::group).collect(Collectors.toCollection(LinkedHashSet::new));
            case JA -> JapaneseWords.names(prose);
        };
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    static String plain(String text) {
        return Folded.of(text).toLowerCase(Locale.ROOT).replaceAll("[`'’\\s]+", " ").strip();
    }
}
