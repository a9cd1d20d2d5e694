package dev.touchstone.sandbox.security.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters and digits in Morse code (ITU-R M.1677), with any dots and dashes. */
record Morse() implements Decoding {

    private static final Pattern SIGN = Pattern.compile("[.·•∙・\\-_−–—‐ー]{1,6}");
    private static final Map<String, Character> SIGNS = signs();

    @Override
    public String form() {
        return "morse";
    }

    @Override
    public List<Traced> decode(Traced text) {
        Traced.Builder said = new Traced.Builder(16);
        for (Matcher matcher = SIGN.matcher(text.text()); matcher.find();) {
            Character letter = SIGNS.get(matcher.group().replaceAll("[·•∙・]", ".").replaceAll("[_−–—‐ー]", "-"));
            if (letter != null) {
                said.add(letter, text, matcher.start(), matcher.end() - 1);
            }
        }
        return said.length() == 0 ? List.of() : List.of(said.build());
    }

    private static Map<String, Character> signs() {
        String[] letters = (".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.--"
                + " --..").split(" ", -1);
        String[] digits = "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----.".split(" ", -1);
        Map<String, Character> signs = new HashMap<>();
        for (int i = 0; i < letters.length; i++) {
            signs.put(letters[i], (char) ('a' + i));
        }
        for (int i = 0; i < digits.length; i++) {
            signs.put(digits[i], (char) ('0' + i));
        }
        return Map.copyOf(signs);
    }
}
