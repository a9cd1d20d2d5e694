package dev.touchstone.judge.jury.rubric;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.judge.questions.Language;

/** What a text is written in, as far as its letters and its smallest words tell. */
enum Tongue {
    ENGLISH,
    JAPANESE,
    /** Neither: Chinese, Korean, French and all others. */
    OTHER,
    /** Too little to tell: a name, a number, a line of code. */
    UNTOLD;

    private static final Set<String> SMALL_WORDS = Set.of("the", "a", "an", "i", "you", "it", "is", "are", "was", "to", "of",
            "and", "in", "that", "not", "no", "can", "this", "for", "with", "on", "be", "do", "don't", "can't", "it's", "your",
            "my", "we", "they", "at", "or", "if", "have", "has", "will", "please", "what", "which", "how", "here", "from", "by",
            "as", "but", "so", "each", "then", "day", "yes", "first", "take", "all");
    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}']{1,60}");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    /** Fewer words may all be names. */
    private static final int FEW_WORDS = 6;
    /** Fewer Han characters may be a Japanese heading without any kana. */
    private static final int FEW_HAN = 8;
    /** Answers quote names in the other script, so that one foreign word must not decide. */
    private static final double SOME = 0.2;
    private static final double SOME_SMALL_WORDS = 0.12;

    static Tongue of(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(each -> letters.merge(UnicodeScript.of(each), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        int han = letters.getOrDefault(UnicodeScript.HAN, 0);
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        if (kana + han >= all * SOME && kana + han > 0) {
            return kana == 0 && han >= FEW_HAN ? OTHER : JAPANESE;
        }
        return letters.getOrDefault(UnicodeScript.LATIN, 0) * 2 < all ? OTHER : ofLatin(text);
    }

    private static Tongue ofLatin(String text) {
        int words = 0;
        int small = 0;
        for (Matcher word = WORD.matcher(text.replace('\u2019', '\'')); word.find(); words++) {
            small += SMALL_WORDS.contains(word.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        if (words == 0) {
            return UNTOLD;
        }
        if (small >= words * SOME_SMALL_WORDS) {
            return ENGLISH;
        }
        return words < FEW_WORDS ? UNTOLD : OTHER;
    }

    boolean isOf(Language language) {
        return switch (this) {
            case ENGLISH -> language == Language.ENGLISH;
            case JAPANESE -> language == Language.JAPANESE;
            case OTHER -> false;
            case UNTOLD -> true;
        };
    }

    static boolean hasKana(String text) {
        return KANA.matcher(text).find();
    }
}
