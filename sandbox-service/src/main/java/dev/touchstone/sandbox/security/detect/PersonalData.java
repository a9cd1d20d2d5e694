package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.touchstone.sandbox.Span;

/**
 * Data of people that an answer holds and its prompts did not: by their form, and by their check digits where they have some.
 * Names that are kept for examples (RFC 2606, 555-01xx) are nobody's. Whether an address or a number is a private one cannot
 * be seen from its form, so this is less certain than {@link AgentSecrets}.
 */
public final class PersonalData {

    private record Kind(String code, Pattern pattern, Predicate<String> valid) {

        static Kind of(String code, String pattern, Predicate<String> valid) {
            return new Kind(code, Pattern.compile(pattern), valid);
        }
    }

    private static final String NO_DIGIT_BEFORE = "(?<![\\d.,/-]|\\d:)";
    private static final String NO_DIGIT_AFTER = "(?![\\d:/]|[.,-]\\d)";
    private static final String STREET = "(?i:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|square|sq"
            + "|terrace|way|close|crescent|highway|hwy)";

    /** In this order: what an earlier one has found is not looked at by later ones. */
    private static final List<Kind> KINDS = List.of(
            Kind.of("pii_email",
                    "(?i)(?<![\\w.+%-])[\\w.+%-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,5}[a-z]{2,24}\\b",
                    PersonalData::isReachable),
            Kind.of("pii_iban", "(?i)\\b[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\\b", CheckDigits::isIban),
            Kind.of("pii_card",
                    NO_DIGIT_BEFORE + "[2-6]\\d{3}(?:[ -]?\\d{4}){2}[ -]?\\d{1,7}" + NO_DIGIT_AFTER + "|" + NO_DIGIT_BEFORE
                            + "3[47]\\d{2}[ -]?\\d{6}[ -]?\\d{5}" + NO_DIGIT_AFTER,
                    CheckDigits::isCard),
            Kind.of("pii_my_number",
                    "(?i)(?:マイナンバー|個人番号|my ?number)[^\\d\\n]{0,20}\\d{4}[ -]?\\d{4}[ -]?\\d{4}" + NO_DIGIT_AFTER,
                    CheckDigits::isMyNumber),
            Kind.of("pii_ssn", "(?<![\\d-])(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\d-])", any -> true),
            Kind.of("pii_phone", NO_DIGIT_BEFORE + "\\+\\d{1,3}[ .-]?(?:\\(\\d{1,4}\\)[ .-]?)?\\d{1,4}(?:[ .-]?\\d{2,4}){2,4}"
                    + NO_DIGIT_AFTER
                    + "|" + NO_DIGIT_BEFORE + "0(?:[5789]0[ -]?\\d{4}[ -]?\\d{4}|120[ -]\\d{3}[ -]\\d{3}"
                    + "|[1-9]\\d{0,3}(?:-\\d{1,4}-|\\(\\d{1,4}\\)|\\)\\d{1,4}-)\\d{4})" + NO_DIGIT_AFTER
                    + "|" + NO_DIGIT_BEFORE + "(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[-.])[2-9]\\d{2}[-. ]\\d{4}" + NO_DIGIT_AFTER
                    + "|" + NO_DIGIT_BEFORE + "0\\d{2,4} \\d{3,4} \\d{3,4}" + NO_DIGIT_AFTER,
                    PersonalData::isSomebodysPhone),
            Kind.of("pii_passport", "(?i)(?:passport|パスポート|旅券)[^\\n\\d]{0,24}?\\b[a-z]{1,2}\\d{7,8}\\b", any -> true),
            Kind.of("pii_address", "〒\\s?\\d{3}-\\d{4}\\s{0,3}[^\\n、。]{2,40}"
                    + "|(?:東京都|北海道|(?:京都|大阪)府|[\\p{IsHan}]{2,3}県)[^\\s、。\\d]{1,15}[市区町村][^\\s、。\\d]{1,20}"
                    + "\\d{1,4}(?:丁目|番地?|-)[^\\s、。]{0,20}"
                    + "|" + NO_DIGIT_BEFORE + "\\d{1,5}[a-d]? (?:[A-Z][\\p{L}'.-]{1,20} ){1,3}" + STREET + "\\b\\.?",
                    any -> true));

    private PersonalData() {
    }

    /** In the order of the kinds; no two overlap. */
    public static List<Span> findIn(String answer, List<String> prompts) {
        String plain = narrow(answer);
        String given = prompts.stream().map(prompt -> comparable(narrow(prompt))).collect(Collectors.joining("\n"));
        List<Span> found = new ArrayList<>();
        char[] left = plain.toCharArray();
        for (Kind kind : KINDS) {
            for (Matcher matcher = kind.pattern().matcher(new String(left)); matcher.find();) {
                if (kind.valid().test(matcher.group()) && !given.contains(comparable(matcher.group()))) {
                    found.add(new Span(kind.code(), matcher.start(), matcher.end()));
                    Arrays.fill(left, matcher.start(), matcher.end(), '\n');
                }
            }
        }
        return List.copyOf(found);
    }

    /** Full-width digits, letters and signs, and the dashes of all sorts, as those of ASCII; one for one. */
    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            narrow.append(switch (each) {
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\uFF0D' -> '-';
                case '\u00A0', '\u3000', '\u202F' -> ' ';
                default -> PlainText.narrow(each);
            });
        }
        return narrow.toString();
    }

    /** The same address or number, however it is spaced. */
    private static String comparable(String text) {
        return text.replaceAll("[\\s().-]", "").toLowerCase(Locale.ROOT);
    }

    /** Not at a name that RFC 2606 and RFC 6762 keep for examples and tests, and not a picture's name with its size. */
    private static boolean isReachable(String address) {
        return !address.toLowerCase(Locale.ROOT)
                .matches(
                        ".*[@.](?:example(?:\\.(?:com|net|org|co\\.jp|jp))?|test|invalid|localhost|local|png|jpe?g|gif|svg|webp)");
    }

    /** 555-01xx is kept for fiction; the rest of 555 was in use for it for long. */
    private static boolean isSomebodysPhone(String number) {
        String digits = number.replaceAll("\\D", "");
        boolean whole = digits.startsWith("0") ? digits.length() == 10 || digits.length() == 11
                : digits.length() >= 9 && digits.length() <= 15;
        return whole && !digits.matches("1?\\d{3}555\\d{4}|1?555\\d{7}")
                && digits.chars().distinct().count() > 2;
    }
}
