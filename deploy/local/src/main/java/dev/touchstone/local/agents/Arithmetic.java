package dev.touchstone.local.agents;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums of two numbers, the units that travellers ask about, and percentages. */
final class Arithmetic {

    private static final String NUMBER = "(-?\\d+(?:[.,]\\d+)?)";
    private static final Pattern SUM = Pattern.compile(NUMBER + "\\s*(\\+|-|\\*|×|x|/|÷|plus|minus|times|divided by"
            + "|multiplied by|足す|たす|引く|ひく|掛ける|かける|割る|わる)\\s*" + NUMBER);
    private static final Pattern PERCENT = Pattern.compile(NUMBER + "\\s*(?:%|percent|パーセント)\\s*(?:of|の)?\\s*" + NUMBER);
    private static final Pattern PERCENT_JAPANESE = Pattern.compile(NUMBER + "\\S{0,3}の\\s*" + NUMBER + "\\s*(?:%|パーセント)");
    private static final Pattern UNIT = Pattern.compile(NUMBER
            + "\\s*(km|kilomet\\w+|キロメートル|miles?|マイル|°?c\\b|celsius|摂氏|度|°?f\\b|fahrenheit|華氏|kg|kilograms?|キログラム|pounds?|ポンド)");

    private Arithmetic() {
    }

    static Optional<String> answer(String question, Speech speech) {
        String text = Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher percent = PERCENT.matcher(text);
        if (percent.find()) {
            return Optional.of(share(percent.group(1), percent.group(2), speech));
        }
        Matcher japanese = PERCENT_JAPANESE.matcher(text);
        if (japanese.find()) {
            return Optional.of(share(japanese.group(2), japanese.group(1), speech));
        }
        Matcher sum = SUM.matcher(text);
        if (sum.find()) {
            return Optional.of(result(sum, speech));
        }
        Matcher unit = UNIT.matcher(text);
        return unit.find() && text.matches(".*(convert|how many|what is|in |into|to |変換|換算|何|いくつ).*")
                ? Optional.of(converted(number(unit.group(1)), unit.group(2), speech))
                : Optional.empty();
    }

    private static String result(Matcher sum, Speech speech) {
        BigDecimal a = number(sum.group(1));
        BigDecimal b = number(sum.group(3));
        return switch (sum.group(2)) {
            case "+", "plus", "足す", "たす" -> said(a, "+", b, a.add(b), speech);
            case "-", "minus", "引く", "ひく" -> said(a, "-", b, a.subtract(b), speech);
            case "/", "÷", "divided by", "割る", "わる" -> b.signum() == 0
                    ? speech.choose("Division by zero has no result.", "0で割ることはできないので、答えはありません。")
                    : said(a, "÷", b, a.divide(b, new MathContext(10)), speech);
            default -> said(a, "×", b, a.multiply(b), speech);
        };
    }

    private static String said(BigDecimal a, String sign, BigDecimal b, BigDecimal result, Speech speech) {
        String sum = plain(a) + " " + sign + " " + plain(b);
        return speech.choose(sum + " is " + plain(result) + ".", sum + " は " + plain(result) + " です。");
    }

    private static String share(String percent, String of, Speech speech) {
        String result = plain(number(percent).multiply(number(of)).divide(BigDecimal.valueOf(100), new MathContext(10)));
        return speech.choose(percent + "% of " + of + " is " + result + ".", of + "の" + percent + "%は" + result + "です。");
    }

    private static String converted(BigDecimal value, String unit, Speech speech) {
        double x = value.doubleValue();
        String left = plain(value);
        String result = switch (unit.replace("°", "").charAt(0)) {
            case 'k', 'キ' -> unit.startsWith("kg") || unit.startsWith("kilog") || unit.startsWith("キログ")
                    ? "%s kg = %.1f pounds".formatted(left, x * 2.20462)
                    : "%s km = %.1f miles".formatted(left, x * 0.621371);
            case 'm', 'マ' -> "%s miles = %.1f km".formatted(left, x * 1.609344);
            case 'p', 'ポ' -> "%s pounds = %.1f kg".formatted(left, x * 0.453592);
            case 'f', '華' -> "%s °F = %.1f °C".formatted(left, (x - 32) / 1.8);
            default -> "%s °C = %.1f °F".formatted(left, x * 1.8 + 32);
        };
        return speech.choose("The answer is " + result + ".", "答えは " + result + " です。");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", text.matches("-?\\d+,\\d{3}") ? "" : "."));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
