package dev.touchstone.sandbox.security.detect;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells texts that are in neither Japanese nor English: their words must not be taken for words of these. */
final class OtherLanguage {

    private static final Set<String> ENGLISH = Set
            .of("the a an i you it is are was to of and in that not no can this for with on be"
                    .concat(" do don't can't won't i'm it's your my we they he she at or if have has will sorry please what which how here sure ok okay yes")
                    .split(" ", -1));
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
    /** Fewer words may be a name or a command. */
    private static final int LEAST_WORDS = 4;
    /** Shorter runs of Han characters without any kana are headings and names in Japanese. */
    private static final int LEAST_HAN = 7;
    private static final double LEAST_ENGLISH = 0.1;

    private OtherLanguage() {
    }

    static boolean isOf(String plain) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        plain.codePoints().filter(Character::isLetter)
                .forEach(each -> scripts.merge(UnicodeScript.of(each), 1, Integer::sum));
        int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0) + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = scripts.getOrDefault(UnicodeScript.HAN, 0);
        int latin = scripts.getOrDefault(UnicodeScript.LATIN, 0);
        int other = scripts.values().stream().mapToInt(Integer::intValue).sum() - kana - han - latin
                - scripts.getOrDefault(UnicodeScript.COMMON, 0);
        if (other > kana + han + latin || (kana == 0 && han >= LEAST_HAN && han > latin)) {
            return true;
        }
        return kana + han == 0 && !isEnglish(plain);
    }

    private static boolean isEnglish(String plain) {
        int words = 0;
        int english = 0;
        boolean foreign = false;
        for (Matcher matcher = WORD.matcher(plain); matcher.find(); words++) {
            english += ENGLISH.contains(matcher.group()) ? 1 : 0;
            foreign |= matcher.group().chars().anyMatch(each -> each > 127 && Character.isLetter(each));
        }
        return words < LEAST_WORDS || english >= words * LEAST_ENGLISH || (english == 0 && !foreign && words < 2 * LEAST_WORDS
                && plain.indexOf(',') < 0);
    }
}
