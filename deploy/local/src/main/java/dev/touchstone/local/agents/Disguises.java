package dev.touchstone.local.agents;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The texts that one text may hide: as it is read, spelled out, in leetspeak, reversed, or in a common encoding. */
final class Disguises {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}&&[^\\u3099\\u309A]]");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}[\\s,]?){8,}");
    private static final Pattern SPELLED = Pattern.compile("\\b(?:\\w[ .\\-_*]){4,}\\w\\b");
    private static final Pattern LEET = Pattern.compile("\\w*[a-z][0134578@$]+[a-z]\\w*", Pattern.CASE_INSENSITIVE);
    private static final Pattern JAPANESE_SPACED = Pattern
            .compile("(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}、。]) (?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}、。])");
    /** Cyrillic and Greek letters, and the Latin ones that they look like. */
    private static final String LOOK_ALIKES = "аеорсухіјѕһԁкмтвнԛԝАЕОРСУХІЈЅКМТВНαοενρικτυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private static final String LOOKED_LIKE = "aeopcyxijshdkmtbhqwAEOPCYXIJSKMTBHaoevpiktuABEZHIKMNOPTYX";
    private static final int SHORTEST = 12;

    private Disguises() {
    }

    static List<String> of(String text) {
        String plain = INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        List<String> readings = new ArrayList<>(List.of(plain));
        BASE64.matcher(plain).results().map(MatchResult::group).map(Disguises::fromBase64).forEach(readings::add);
        HEX.matcher(plain).results().map(MatchResult::group).map(Disguises::fromHex).forEach(readings::add);
        readings.add(SPELLED.matcher(plain).replaceAll(found -> found.group().replaceAll("[ .\\-_*]", "")));
        readings.add(JAPANESE_SPACED.matcher(plain).replaceAll(""));
        readings.add(mapped(plain, c -> LOOK_ALIKES.indexOf(c) >= 0 ? LOOKED_LIKE.charAt(LOOK_ALIKES.indexOf(c)) : c));
        if (LEET.matcher(plain).find()) {
            readings.add(fromLeet(plain, "oieasstab"));
            readings.add(fromLeet(plain, "oleasstab"));
        }
        if (plain.length() >= SHORTEST) {
            readings.add(new StringBuilder(plain).reverse().toString());
            readings.add(fromRot13(plain));
        }
        return readings.stream().map(reading -> reading.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip())
                .filter(reading -> !reading.isEmpty()).distinct().toList();
    }

    private static String fromBase64(String token) {
        try {
            String padded = token.replace('-', '+').replace('_', '/').replace("=", "");
            return printable(Base64.getDecoder().decode(padded));
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static String fromHex(String token) {
        try {
            return printable(HexFormat.of().parseHex(token.replaceAll("[\\s,]", "")));
        } catch (IllegalArgumentException notHex) {
            return "";
        }
    }

    private static String printable(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.chars().anyMatch(c -> c == 0xFFFD || (c < ' ' && !Character.isWhitespace(c))) ? "" : text;
    }

    /** A 1 is an i to some and an l to others. */
    private static String fromLeet(String text, String to) {
        String from = "01345$7@8";
        return mapped(text, c -> from.indexOf(c) >= 0 ? to.charAt(from.indexOf(c)) : c);
    }

    private static String fromRot13(String text) {
        return mapped(text, c -> {
            if (c >= 'a' && c <= 'z') {
                return 'a' + (c - 'a' + 13) % 26;
            }
            return c >= 'A' && c <= 'Z' ? 'A' + (c - 'A' + 13) % 26 : c;
        });
    }

    private static String mapped(String text, java.util.function.IntUnaryOperator each) {
        return text.codePoints().map(each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
