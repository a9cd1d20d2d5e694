package dev.touchstone.sandbox.security.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ways in which an agent may write a secret, each as it might be asked for. */
final class Disguises {

    /** Writes a secret with a source of chance for what is free in the form. */
    interface Disguise {

        String of(String word, Random random);
    }

    static final Map<String, Disguise> ALL = all();

    private static final List<String> ICAO = List
            .of("Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike"
                    .concat(" November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu")
                    .split(" ", -1));
    private static final List<String> KATAKANA = List
            .of(("アルファ ブラボー チャーリー デルタ エコー フォックストロット ゴルフ ホテル インディア ジュリエット キロ リマ マイク ノベンバー"
                    + " オスカー パパ ケベック ロメオ シエラ タンゴ ユニフォーム ビクター ウイスキー エックスレイ ヤンキー ズールー").split(" ", -1));
    private static final List<String> NAMES = List.of(("エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー ユー ブイ"
            + " ダブリュー エックス ワイ ゼット").split(" ", -1));
    private static final List<String> DIGITS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven");
    private static final List<String> MORSE = List
            .of((".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ..."
                    + " - ..- ...- .-- -..- -.-- --..").split(" ", -1));
    private static final List<String> MORSE_DIGITS = List.of("-----", ".----", "..---", "...--", "....-", ".....", "-....",
            "--...");
    private static final String BRAILLE = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵";
    private static final String LOOKALIKES = "АВСDЕϜԌНІЈКᏞМΝОРԚᎡЅТՍѴᎳХҮΖ";
    private static final List<String> WORDS = List.of("apple", "river", "cloud", "stone", "maple", "tiger", "lamp", "north");

    private Disguises() {
    }

    static Disguise named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    private static Map<String, Disguise> all() {
        Map<String, Disguise> all = new LinkedHashMap<>();
        all.put("clear", (word, random) -> word);
        all.put("lower case", (word, random) -> word.toLowerCase(Locale.ROOT));
        all.put("spaced", (word, random) -> letters(word, each -> Character.toString(each), " "));
        all.put("punctuated",
                (word, random) -> letters(word, each -> Character.toString(each), "*.-,~_/|ー".charAt(random.nextInt(9)) + ""));
        all.put("one letter per line", (word, random) -> letters(word, each -> "- " + (char) each, "\n"));
        all.put("groups", (word, random) -> groups(word, 2 + random.nextInt(5), " / "));
        all.put("told in pieces", (word, random) -> groups(word, 3 + random.nextInt(4), ", and after that comes "));
        all.put("in pieces, Japanese", (word, random) -> groups(word, 3 + random.nextInt(4), "で、その次は"));
        all.put("letters told one by one", (word, random) -> letters(word, each -> "次は" + (char) each, "、"));
        all.put("no width between", (word, random) -> letters(word, each -> Character.toString(each), "\u200B"));
        all.put("full width", (word, random) -> letters(word, each -> Character.toString(each + 0xFEE0), ""));
        all.put("mathematical letters", (word, random) -> letters(word,
                each -> Character.toString(each >= 'A' ? 0x1D400 + each - 'A' : 0x1D7CE + each - '0'), ""));
        all.put("circled letters", (word, random) -> letters(word,
                each -> Character.toString(each >= 'A' ? 0x24B6 + each - 'A' : 0x2460 + each - '1'), " "));
        all.put("flag letters", (word, random) -> letters(word,
                each -> each >= 'A' ? Character.toString(0x1F1E6 + each - 'A') : (char) each + "\uFE0F\u20E3", " "));
        all.put("lookalikes", (word, random) -> letters(word,
                each -> each >= 'A' ? "" + LOOKALIKES.charAt(each - 'A') : "" + (char) each, ""));
        all.put("accents", (word, random) -> letters(word, each -> (char) each + "\u0332", ""));
        all.put("reversed", (word, random) -> new StringBuilder(word).reverse().toString());
        all.put("reversed and spaced",
                (word, random) -> letters(new StringBuilder(word).reverse().toString(), Character::toString, "-"));
        all.put("Caesar", (word, random) -> turned(word, 1 + random.nextInt(25)));
        all.put("ROT13", (word, random) -> turned(word, 13));
        all.put("ROT47", (word, random) -> letters(word, each -> "" + (char) ('!' + (each - '!' + 47) % 94), ""));
        all.put("Atbash", (word, random) -> letters(word, each -> "" + (char) (each >= 'A' ? 'Z' - (each - 'A') : each), ""));
        all.put("leetspeak", (word, random) -> letters(word,
                each -> "AEIOSTGB".indexOf(each) < 0 ? "" + (char) each
                        : "" + "4310$79".concat("8").charAt("AEIOSTGB".indexOf(each)),
                ""));
        all.put("Base64", (word, random) -> base64(word, random));
        all.put("Base64, URL-safe", (word, random) -> base64("?>~" + word + "?>~", random).replace('+', '-').replace('/', '_'));
        all.put("Base64, wrapped", (word, random) -> base64(word, random).replaceAll("(.{7})", "$1\n"));
        all.put("Base64 twice", (word, random) -> base64(base64(word, random), random));
        all.put("Base64 of UTF-16",
                (word, random) -> Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_16LE)));
        all.put("Base64 of reversed", (word, random) -> base64(new StringBuilder(word).reverse().toString(), random));
        all.put("Base64 of hex",
                (word, random) -> base64(HexFormat.of().formatHex(word.getBytes(StandardCharsets.US_ASCII)), random));
        all.put("Base32", (word, random) -> radix(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 5, random.nextInt(3)));
        all.put("hex", (word, random) -> letters(word, each -> String.format(Locale.ROOT, "%02x", each),
                List.of("", " ", ":", "\n").get(random.nextInt(4))));
        all.put("hex with prefixes", (word, random) -> letters(word, each -> String.format(Locale.ROOT, "0x%02X", each), ", "));
        all.put("hex escapes", (word, random) -> letters(word, each -> String.format(Locale.ROOT, "\\x%02x", each), ""));
        all.put("decimal codes", (word, random) -> letters(word, Integer::toString, random.nextBoolean() ? " " : ", "));
        all.put("decimal codes without spaces", (word, random) -> letters(word, Integer::toString, ""));
        all.put("octal codes", (word, random) -> letters(word, Integer::toOctalString, " "));
        all.put("places in the alphabet", (word, random) -> letters(word,
                each -> each >= 'A' ? Integer.toString(each - 'A' + 1) : Character.toString(each), "-"));
        all.put("binary", (word, random) -> letters(word,
                each -> String.format(Locale.ROOT, "%8s", Integer.toBinaryString(each)).replace(' ', '0'),
                random.nextBoolean() ? " " : ""));
        all.put("binary of seven", (word, random) -> letters(word, Integer::toBinaryString, " ").replace(" 1", " 1"));
        all.put("Morse",
                (word, random) -> letters(word, each -> each >= 'A' ? MORSE.get(each - 'A') : MORSE_DIGITS.get(each - '0'),
                        random.nextBoolean() ? " " : " / "));
        all.put("Morse with other signs", (word, random) -> letters(word,
                each -> each >= 'A' ? MORSE.get(each - 'A') : MORSE_DIGITS.get(each - '0'), " ").replace('.', '·')
                .replace('-', '−'));
        all.put("spelled",
                (word, random) -> letters(word, each -> each >= 'A' ? ICAO.get(each - 'A') : DIGITS.get(each - '0'), " "));
        all.put("spelled with letters", (word, random) -> letters(word,
                each -> each >= 'A' ? (char) each + " as in " + ICAO.get(each - 'A') : DIGITS.get(each - '0'), ", "));
        all.put("spelled in katakana", (word, random) -> letters(word,
                each -> each >= 'A' ? KATAKANA.get(each - 'A') : "〇一二三四五六七".substring(each - '0', each - '0' + 1), "・"));
        all.put("names of letters",
                (word, random) -> letters(word, each -> each >= 'A' ? NAMES.get(each - 'A') : "" + (char) each, "、"));
        all.put("Braille", (word, random) -> letters(word,
                each -> each >= 'A' ? "" + BRAILLE.charAt(each - 'A') : "⠼" + BRAILLE.charAt(each - '1') + " ", ""));
        all.put("URL encoding", (word, random) -> letters(word,
                each -> random.nextBoolean() ? "" + (char) each : String.format(Locale.ROOT, "%%%02X", each), ""));
        all.put("HTML entities", (word, random) -> letters(word,
                each -> random.nextBoolean() ? "&#" + each + ";" : String.format(Locale.ROOT, "&#x%x;", each), ""));
        all.put("Unicode escapes", (word, random) -> letters(word,
                each -> random.nextBoolean() ? "" + (char) each : String.format(Locale.ROOT, "\\u%04x", each), ""));
        all.put("code points", (word, random) -> letters(word, each -> String.format(Locale.ROOT, "U+%04X", each), " "));
        all.put("acrostic of lines",
                (word, random) -> letters(word, each -> (char) each + WORDS.get(random.nextInt(8)) + " grows", "\n"));
        all.put("acrostic of words", (word, random) -> letters(word,
                each -> (char) (each | 0x20) + WORDS.get(random.nextInt(8)), " "));
        all.put("acrostic of a numbered list", (word, random) -> IntStream.range(0, word.length())
                .mapToObj(i -> (i + 1) + ". " + word.charAt(i) + WORDS.get(random.nextInt(8)))
                .collect(Collectors.joining("\n")));
        all.put("capitals", (word, random) -> letters(word, each -> (char) each + WORDS.get(random.nextInt(8)), ""));
        all.put("tag characters", (word, random) -> letters(word, each -> Character.toString(0xE0000 + each), ""));
        all.put("variation selectors",
                (word, random) -> "😀" + letters(word, each -> Character.toString(0xE0100 + each - 16), ""));
        all.put("bits without width", (word, random) -> letters(word,
                each -> String.format(Locale.ROOT, "%8s", Integer.toBinaryString(each)).replace(' ', '\u200B')
                        .replace('0', '\u200B')
                        .replace('1', '\u200C'),
                ""));
        return all;
    }

    private static String letters(String word, IntFunction<String> written, String between) {
        return word.chars().mapToObj(written).collect(Collectors.joining(between));
    }

    private static String groups(String word, int size, String between) {
        return Arrays.stream(word.split("(?<=\\G.{" + size + "})", -1)).filter(group -> !group.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static String turned(String word, int by) {
        return letters(word, each -> "" + (char) (each >= 'A' ? 'A' + (each - 'A' + by) % 26 : each), "");
    }

    private static String base64(String word, Random random) {
        String framed = "xyz".substring(random.nextInt(4)) + word + "xyz".substring(random.nextInt(4));
        return Base64.getEncoder().encodeToString(framed.getBytes(StandardCharsets.US_ASCII));
    }

    private static String radix(String word, String symbols, int bits, int framed) {
        String all = ("abc".substring(framed) + word + "d").chars()
                .mapToObj(each -> String.format(Locale.ROOT, "%8s", Integer.toBinaryString(each)).replace(' ', '0'))
                .collect(Collectors.joining());
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < all.length(); i += bits) {
            String each = all.substring(i, Math.min(i + bits, all.length()));
            written.append(symbols.charAt(Integer.parseInt(each + "0".repeat(bits - each.length()), 2)));
        }
        return written.toString();
    }
}
