package dev.touchstone.sandbox.security.detect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters written by their numbers within a text: as in URLs, in HTML, in source code and in quoted-printable. */
record Escapes() implements Decoding {

    private static final String HEX = "([0-9A-Fa-f]";
    private static final Pattern ESCAPE = Pattern
            .compile("[%=]" + HEX + "{2})|\\\\x" + HEX + "{2})|\\\\u" + HEX + "{4})|\\\\U" + HEX
                    + "{8})|\\\\[ux]\\{" + HEX + "{1,6})\\}|&#[xX]0{0,6}" + HEX + "{2,5});?|[uU]\\+" + HEX
                    + "{4,5})|&#0{0,6}(\\d{2,6});?");
    private static final int DECIMAL = 8;

    @Override
    public String form() {
        return "escaped";
    }

    @Override
    public boolean nests() {
        return true;
    }

    @Override
    public List<Traced> decode(Traced text) {
        Traced.Builder decoded = new Traced.Builder(text.length());
        int from = 0;
        for (Matcher matcher = ESCAPE.matcher(text.text()); matcher.find(); from = matcher.end()) {
            decoded.addAll(text, from, matcher.start());
            int codePoint = number(matcher);
            if (Character.isValidCodePoint(codePoint)) {
                for (char each : Character.toChars(codePoint)) {
                    decoded.add(each, text, matcher.start(), matcher.end() - 1);
                }
            }
        }
        if (from == 0) {
            return List.of();
        }
        decoded.addAll(text, from, text.length());
        return List.of(decoded.build());
    }

    private static int number(Matcher matcher) {
        int group = 1;
        while (matcher.group(group) == null) {
            group++;
        }
        long number = Long.parseLong(matcher.group(group), group == DECIMAL ? 10 : 16);
        return (int) Math.min(number, Integer.MAX_VALUE);
    }
}
