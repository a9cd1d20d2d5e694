package dev.touchstone.sandbox.functional;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The numbers of a text in one notation: full-width, with commas, in kanji, with 万 or "million", in English words. */
final class Numbers {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String COUNTERS = "年月日時分秒人個円回本枚歳度倍階割点台件社名泊杯冊匹週か箇ヶヵカ%キメグ";
    /** Words that only look like a count. */
    private static final Set<String> NO_COUNT = Set.of("一度", "一部", "一回", "一人", "一日", "十分");
    private static final Pattern KANJI = Pattern.compile("[" + DIGITS + "十百千]+(?=([" + COUNTERS + "万億兆])|)");
    private static final Map<String, BigDecimal> UNITS = Map.of("百", new BigDecimal(100), "千", new BigDecimal(1_000),
            "万", new BigDecimal(10_000), "億", new BigDecimal(100_000_000), "兆", new BigDecimal(1_000_000_000_000L),
            "hundred", new BigDecimal(100), "thousand", new BigDecimal(1_000), "million", new BigDecimal(1_000_000),
            "billion", new BigDecimal(1_000_000_000));
    private static final Pattern NUMBER = Pattern.compile("(?<![a-z0-9.])(\\d{1,3}(?:,\\d{3})+|\\d{1,15})(\\.\\d{1,9})?"
            + "(?: ?(百|千|万|億|兆|(?:hundred|thousand|million|billion)\\b))?");
    private static final String CURRENCIES = "¥$€£";
    private static final Pattern UNIT = Pattern.compile(" ?(%|°|[" + CURRENCIES + "]|[" + COUNTERS + "]|[a-z]{1,20})");
    private static final Map<String, String> UNIT_NAMES = Map.of("¥", "円", "yen", "円", "dollar", "$", "euro", "€", "pound", "£",
            "percent", "%", "min", "minute", "hr", "hour");
    /** "One" is left out: it is hardly ever a count. */
    private static final Map<String, Integer> WORDS = words();
    private static final Pattern WORD = Pattern
            .compile("\\b(?:(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](one|two|three|four|five|six|seven"
                    + "|eight|nine))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
                    + "|seventeen|eighteen|nineteen)\\b");

    private Numbers() {
    }

    /**
     * A number and what it counts.
     *
     * @param value without superfluous zeros
     * @param unit a word in the singular, a counter or a sign; empty where none stands beside it
     */
    record Figure(String value, String unit) {
    }

    /** In their order, each once. */
    static Set<String> in(String text) {
        return figures(text).stream().map(Figure::value).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** In their order. */
    static List<Figure> figures(String text) {
        String plain = Folded.of(text).toLowerCase(Locale.ROOT);
        String digits = WORD.matcher(KANJI.matcher(plain).replaceAll(Numbers::kanji)).replaceAll(Numbers::word);
        List<Figure> found = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        int end = -1;
        for (Matcher each = NUMBER.matcher(digits); each.find();) {
            BigDecimal value = value(each);
            // 1万2000 is one number.
            boolean goesOn = each.start() == end && value.compareTo(sum) < 0;
            if (goesOn) {
                found.removeLast();
            }
            sum = goesOn ? sum.add(value) : value;
            found.add(new Figure(text(sum), unit(digits, each)));
            end = each.group(3) == null ? -1 : each.end();
        }
        return found;
    }

    private static BigDecimal value(MatchResult number) {
        String whole = number.group(1).replace(",", "");
        BigDecimal value = new BigDecimal(number.group(2) == null ? whole : whole + number.group(2));
        String unit = number.group(3);
        return unit == null ? value : value.multiply(Objects.requireNonNull(UNITS.get(unit)));
    }

    private static String unit(String digits, MatchResult number) {
        int before = number.start() - 1;
        Matcher behind = UNIT.matcher(digits).region(number.end(), digits.length());
        String unit = before >= 0 && CURRENCIES.indexOf(digits.charAt(before)) >= 0 ? digits.substring(before, before + 1)
                : behind.lookingAt() ? behind.group(1) : "";
        String singular = unit.length() > 2 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        return UNIT_NAMES.getOrDefault(singular, singular);
    }

    private static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String kanji(MatchResult run) {
        String written = run.group();
        String counter = run.group(1);
        boolean alone = counter == null && written.length() < 2;
        if (alone || NO_COUNT.contains(written) || NO_COUNT.contains(written + counter)) {
            return written;
        }
        return String.valueOf(written.chars().anyMatch(each -> "十百千".indexOf(each) >= 0) ? positions(written) : row(written));
    }

    /** 二千十五. */
    private static long positions(String written) {
        long sum = 0;
        long digit = 0;
        for (int i = 0; i < written.length(); i++) {
            char each = written.charAt(i);
            int value = DIGITS.indexOf(each);
            if (value >= 0) {
                digit = value;
            } else {
                sum += Math.max(digit, 1) * (each == '十' ? 10 : each == '百' ? 100 : 1_000);
                digit = 0;
            }
        }
        return sum + digit;
    }

    /** 二〇一五; more digits than a number can have are no number. */
    private static String row(String written) {
        StringBuilder digits = new StringBuilder();
        written.chars().forEach(each -> digits.append(DIGITS.indexOf(each)));
        return digits.toString();
    }

    private static String word(MatchResult number) {
        String tens = number.group(1);
        if (tens == null) {
            return String.valueOf(WORDS.get(number.group()));
        }
        String ones = number.group(2);
        return String.valueOf(Objects.requireNonNull(WORDS.get(tens))
                + (ones == null ? 0 : ones.equals("one") ? 1 : Objects.requireNonNull(WORDS.get(ones))));
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        List<String> small = List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
                "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
        small.forEach(word -> words.put(word, words.size() + 2));
        List<String> tens = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        tens.forEach(word -> words.put(word, 10 * (tens.indexOf(word) + 2)));
        return Map.copyOf(words);
    }
}
