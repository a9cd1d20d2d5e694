package dev.touchstone.sandbox.security.detect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Letters and digits by the words of the ICAO alphabet, in Latin letters or in katakana, or by their Japanese names. Everything
 * else is passed over; "K as in Kilo" says its letter twice, so letters that stand alone are counted once and left out once.
 */
record Spelled() implements Decoding {

    private static final String ICAO = "alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar"
            + " papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu";
    private static final String KATAKANA = "アルファ ブラボー チャーリー デルタ エコー フォックストロット ゴルフ ホテル インディア ジュリエット キロ リマ マイク ノベンバー オスカー"
            + " パパ ケベック ロメオ シエラ タンゴ ユニフォーム ビクター ウイスキー エックスレイ ヤンキー ズールー";
    private static final String NAMES = "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー ユー ブイ ダブリュー"
            + " エックス ワイ ゼット";
    private static final String OTHERS = "alpha:a juliet:j whisky:w x-ray:x アルファー:a ジュリエッタ:j ウィスキー:w エクスレイ:x ヴィクター:v エイ:a エッチ:h ジェイ:j"
            + " ケイ:k ヴィー:v ダブル:w ゼッド:z ズィー:z zero:0 one:1 two:2 three:3 tree:3 four:4 fower:4 five:5 fife:5 six:6 seven:7 eight:8"
            + " nine:9 niner:9 二:2 三:3 四:4 五:5 六:6 七:7";
    private static final Map<String, Character> WORDS = words();
    private static final Pattern TOKEN = Pattern.compile("[a-z]+(?:-ray)?|[0-9]+|(?=[ァ-ヴ二三四五六七])(?:" + japanese() + ")");

    @Override
    public String form() {
        return "spelled";
    }

    @Override
    public List<Traced> decode(Traced text) {
        String lower = text.text().toLowerCase(Locale.ROOT);
        // A few characters have lower-case forms of another length; then the places would not fit.
        return lower.length() != text.length() ? List.of() : List.of(letters(text, lower, false), letters(text, lower, true));
    }

    private static Traced letters(Traced text, String lower, boolean alone) {
        Traced.Builder said = new Traced.Builder(16);
        for (Matcher matcher = TOKEN.matcher(lower); matcher.find();) {
            String token = matcher.group();
            boolean itself = token.length() == 1 && (alone || token.charAt(0) <= '9');
            Character letter = WORDS.getOrDefault(token, itself ? token.charAt(0) : null);
            if (letter != null) {
                said.add(letter, text, matcher.start(), matcher.end() - 1);
            }
        }
        return said.build();
    }

    private static Map<String, Character> words() {
        Map<String, Character> words = new HashMap<>();
        for (String alphabet : List.of(ICAO, KATAKANA, NAMES)) {
            String[] each = alphabet.split(" ", -1);
            for (int i = 0; i < each.length; i++) {
                words.put(each[i], (char) ('a' + i));
            }
        }
        for (String other : OTHERS.split(" ", -1)) {
            words.put(other.substring(0, other.indexOf(':')), other.charAt(other.length() - 1));
        }
        return Map.copyOf(words);
    }

    /** Longer ones first, since some begin as others do; between them there need not be anything. */
    private static String japanese() {
        return WORDS.keySet().stream().filter(word -> word.charAt(0) > 127)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word)).map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
