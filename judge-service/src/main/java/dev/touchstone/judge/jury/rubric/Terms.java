package dev.touchstone.judge.jury.rubric;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a text that carry its meaning: Latin words without endings, and for Japanese the pairs of neighbouring
 * kanji or katakana, which need no dictionary.
 */
final class Terms {

    private static final Pattern RUN = Pattern
            .compile("[\\p{IsLatin}\\p{Nd}]{3,60}|[\\p{IsHan}]{2,60}|[\\p{IsKatakana}ー]{2,60}");
    private static final Set<String> COMMON = Set.of("the", "and", "for", "you", "your", "with", "that", "this", "from", "are",
            "can", "will", "what", "when", "how", "help", "need", "have", "has", "not", "but", "any", "all", "please", "show",
            "use", "using", "make", "its", "into", "our", "out", "get", "was", "were", "which", "about", "short", "concrete",
            "example");

    private Terms() {
    }

    /** A term and where it stands. */
    record Term(String value, int start, int end) {
    }

    static Set<String> of(String text) {
        return in(text).stream().map(Term::value).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static List<Term> in(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            if (Character.UnicodeScript.of(run.group().codePointAt(0)) == Character.UnicodeScript.HAN
                    || isKatakana(run.group())) {
                pairs(text, run.start(), run.end(), terms);
            } else {
                word(run, terms);
            }
        }
        return terms;
    }

    private static boolean isKatakana(String run) {
        return run.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
    }

    private static void pairs(String text, int start, int end, List<Term> terms) {
        for (int i = start; i + 2 <= end; i++) {
            terms.add(new Term(text.substring(i, i + 2), i, i + 2));
        }
    }

    private static void word(Matcher run, List<Term> terms) {
        String word = run.group().toLowerCase(Locale.ROOT);
        if (!COMMON.contains(word)) {
            terms.add(new Term(stem(word), run.start(), run.end()));
        }
    }

    private static String stem(String word) {
        for (String ending : List.of("ing", "ies", "ed", "es", "s")) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 4) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
