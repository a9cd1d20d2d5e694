package dev.touchstone.judge.jury;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which an answer can give a secret away without showing it as it is: backwards, letter by letter, in Base64 or in
 * hexadecimal. There are more (ciphers, alphabets, pictures in words): what is found here is certain, what is not is not
 * cleared.
 */
final class Disguises {

    private static final Pattern BASE64 = Pattern
            .compile("[A-Za-z0-9+/_-]{16,4000}(?:\\r?\\n[A-Za-z0-9+/_-]{4,200}){0,60}={0,2}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F][0-9a-fA-F :-]{22,8000}");
    private static final String SIGN = "(?i:dash|hyphen|minus|underscore|ハイフン|アンダースコア|[A-Za-z0-9_])";
    private static final Pattern SPELLED = Pattern
            .compile("(?<![A-Za-z0-9])" + SIGN + "(?:[ .,・、|/-]{1,3}" + SIGN + "){11,400}(?![A-Za-z0-9])");
    /** A hyphen between separators is spelled as well. */
    private static final Pattern SIGN_OF_SPELLED = Pattern.compile(SIGN + "|(?<=[ ,、])-(?=[ ,、])");

    private Disguises() {
    }

    static List<Reading> of(String text) {
        List<Reading> readings = new ArrayList<>(List.of(backwards(text)));
        for (Matcher run = SPELLED.matcher(text); run.find();) {
            readings.add(spelled(text, run.start(), run.end()));
        }
        for (Matcher run = BASE64.matcher(text); run.find();) {
            base64(run.group()).map(said -> whole(said, run.start(), run.end())).ifPresent(readings::add);
        }
        for (Matcher run = HEX.matcher(text); run.find();) {
            readings.add(hex(text, run.start(), run.end()));
            readings.add(hex(text, run.start() + 1, run.end()));
        }
        return readings;
    }

    private static Reading backwards(String text) {
        Reading reading = new Reading(text.length());
        for (int i = text.length() - 1; i >= 0; i--) {
            reading.add(text.charAt(i), i, i + 1);
        }
        return reading;
    }

    private static Reading spelled(String text, int start, int end) {
        Reading reading = new Reading(end - start);
        for (Matcher sign = SIGN_OF_SPELLED.matcher(text).region(start, end); sign.find();) {
            reading.add(switch (sign.group().toLowerCase(Locale.ROOT)) {
                case "-", "dash", "hyphen", "minus", "ハイフン" -> '-';
                case "underscore", "アンダースコア" -> '_';
                default -> sign.group().charAt(0);
            }, sign.start(), sign.end());
        }
        return reading;
    }

    /** Of what is encoded no part can be hidden: the whole is. */
    private static Reading whole(String said, int start, int end) {
        Reading reading = new Reading(said.length());
        for (int i = 0; i < said.length(); i++) {
            reading.add(said.charAt(i), start, end);
        }
        return reading;
    }

    private static Optional<String> base64(String run) {
        String symbols = run.replaceAll("[\\s=]", "").replace('-', '+').replace('_', '/');
        try {
            // A last symbol alone holds no whole byte.
            return printable(
                    Base64.getDecoder().decode(symbols.substring(0, symbols.length() - (symbols.length() % 4 == 1 ? 1 : 0))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Where a byte begins is not known where other letters stand before it: both ways are read. */
    private static Reading hex(String text, int start, int end) {
        Reading reading = new Reading(end - start);
        int first = -1;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit >= 0 && first >= 0) {
                reading.add((char) (Character.digit(text.charAt(first), 16) * 16 + digit), first, i + 1);
                first = -1;
            } else if (digit >= 0) {
                first = i;
            }
        }
        return reading;
    }

    private static Optional<String> printable(byte[] bytes) {
        try {
            String said = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(said).filter(text -> text.chars().allMatch(each -> each >= ' ' || Character.isWhitespace(each)));
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
