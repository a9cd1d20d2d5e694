package dev.touchstone.sandbox.security.detect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Acrostics: the first letters of lines, of sentences or of words, the last ones of lines, or the capitals of a text. */
record Initials() implements Decoding {

    private static final String LETTER = "[\\p{L}\\p{N}]";
    private static final String OTHER = "[^\\p{L}\\p{N}\\n]";
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile("(?m)^" + OTHER + "{0,10}(?:\\d{1,3}[.):]" + OTHER + "{1,5})?(" + LETTER + ")"),
            Pattern.compile("(?:^|[.!?。！？]\\s{0,5}|\\n)" + OTHER + "{0,3}(" + LETTER + ")"),
            Pattern.compile("(?<![\\p{L}\\p{N}'’])(" + LETTER + ")"),
            Pattern.compile("(?m)(" + LETTER + ")(?=" + OTHER + "{0,5}$)"),
            Pattern.compile("([\\p{Lu}\\p{N}])"));

    @Override
    public String form() {
        return "acrostic";
    }

    @Override
    public List<Traced> decode(Traced text) {
        return PLACES.stream().map(place -> letters(text, place)).filter(said -> said.length() > 0).toList();
    }

    private static Traced letters(Traced text, Pattern place) {
        Traced.Builder said = new Traced.Builder(16);
        for (Matcher matcher = place.matcher(text.text()); matcher.find();) {
            for (int i = matcher.start(1); i < matcher.end(1); i++) {
                said.add(text.text().charAt(i), text, i, i);
            }
        }
        return said.build();
    }
}
