package dev.touchstone.judge.jury.rubric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a text that carry its meaning: Latin words and numbers without endings, and for Japanese the pairs of
 * neighbouring kanji or katakana, which need no dictionary.
 */
final class Terms {

    private static final Pattern RUN = Pattern
            .compile("[\\p{IsLatin}\\p{Nd}]{3,60}|[\\p{IsHan}々]{2,60}|[\\p{IsKatakana}ー]{2,60}");
    private static final Set<String> COMMON = Set.of(("the and for you your with that this from are can will what when how help"
            + " need have has not but any all please show use using make its into our out get was were which about short concrete"
            + " example let me know here there would could should may might does did been being than then them they their also"
            + " just like want tell give some more most such only very one two who where why because question answer request"
            + " thing thank happy glad sure course sorry assist able don won cannot ask person instead come new 具体 体例 以下 必要 場合 可能 対応 質問 回答"
            + " 相談 自分 何か 今回 確認 返答 申訳 申し 教え 手伝").split(" ", -1));
    /** Katakana writes one word with many letters: this many are as much as a pair of kanji. */
    private static final int KATAKANA_OF_A_WORD = 4;

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

    /**
     * How many words the terms make, each counted once: neighbouring pairs are of the same word.
     *
     * @param terms in the order of their text
     */
    static int words(List<Term> terms, String text) {
        Set<String> seen = new HashSet<>();
        int words = 0;
        for (int i = 0; i < terms.size();) {
            int end = terms.get(i).end();
            int next = i + 1;
            while (next < terms.size() && terms.get(next).start() < end) {
                end = terms.get(next++).end();
            }
            String stretch = text.substring(terms.get(i).start(), end);
            if (seen.add(isLatin(stretch) ? terms.get(i).value() : stretch)) {
                words += wordsOf(stretch);
            }
            i = next;
        }
        return words;
    }

    private static int wordsOf(String stretch) {
        if (isLatin(stretch)) {
            return 1;
        }
        return Math.max(1, stretch.length() / (isKatakana(stretch) ? KATAKANA_OF_A_WORD : 2));
    }

    private static boolean isLatin(String stretch) {
        return stretch.charAt(0) < '\u0250';
    }

    private static boolean isKatakana(String run) {
        return run.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
    }

    private static void pairs(String text, int start, int end, List<Term> terms) {
        for (int i = start; i + 2 <= end; i++) {
            String pair = text.substring(i, i + 2);
            if (!COMMON.contains(pair)) {
                terms.add(new Term(pair, i, i + 2));
            }
        }
    }

    private static void word(Matcher run, List<Term> terms) {
        String word = run.group().toLowerCase(Locale.ROOT);
        if (!COMMON.contains(word)) {
            terms.add(new Term(stem(word), run.start(), run.end()));
        }
    }

    /** Roughly: "planning", "planned", "plans" and "plan" are one, and so are "city" and "cities". */
    private static String stem(String word) {
        String stem = word;
        for (String ending : List.of("ing", "ed", "es", "s")) {
            if (word.endsWith(ending) && !word.endsWith("ss") && word.length() - ending.length() >= 3) {
                stem = word.substring(0, word.length() - ending.length());
                break;
            }
        }
        int last = stem.length() - 1;
        if (last >= 3 && stem.charAt(last) == stem.charAt(last - 1) && stem.length() < word.length()) {
            return stem.substring(0, last);
        }
        return last >= 3 && "eiy".indexOf(stem.charAt(last)) >= 0 ? stem.substring(0, last) : stem;
    }
}
