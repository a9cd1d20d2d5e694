package dev.touchstone.sandbox.security.detect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Characters by their codes in decimal, octal or binary, or letters by their place in the alphabet. */
record Numbers() implements Decoding {

    private static final Pattern RUN = Pattern.compile("[0-9]+");
    /** A secret's characters have codes of two digits at least, so this many make a part that counts. */
    private static final int UNSEPARATED = 16;
    private static final int LONGEST = 8;

    /** What the numbers are said to be. */
    private enum Meaning {

        DECIMAL,
        OCTAL,
        BINARY,
        PLACE;

        /** The character, or 0 where there is none. */
        private int of(String digits) {
            return switch (this) {
                case DECIMAL -> Integer.parseInt(digits);
                case OCTAL -> digits.matches("[0-7]+") ? Integer.parseInt(digits, 8) : 0;
                case BINARY -> digits.matches("[01]+") ? Integer.parseInt(digits, 2) : 0;
                case PLACE -> letter(Integer.parseInt(digits));
            };
        }

        private static int letter(int place) {
            return place >= 1 && place <= 26 ? 'a' + place - 1 : 0;
        }
    }

    @Override
    public String form() {
        return "numbers";
    }

    @Override
    public boolean nests() {
        return true;
    }

    @Override
    public List<Traced> decode(Traced text) {
        return Stream.concat(Stream.of(Meaning.values()).map(meaning -> separate(text, meaning)),
                Stream.of(unseparated(text, 0), unseparated(text, 1))).filter(said -> said.length() > 0).toList();
    }

    private static Traced separate(Traced text, Meaning meaning) {
        Traced.Builder said = new Traced.Builder(16);
        for (Matcher run = RUN.matcher(text.text()); run.find();) {
            if (run.end() - run.start() <= LONGEST) {
                add(said, meaning.of(run.group()), text, run.start(), run.end());
            }
        }
        return said.build();
    }

    private static Traced unseparated(Traced text, int begin) {
        Traced.Builder said = new Traced.Builder(16);
        for (Matcher run = RUN.matcher(text.text()); run.find();) {
            for (int at = run.start() + begin; run.end() - run.start() >= UNSEPARATED && at + 2 <= run.end(); at += 2) {
                add(said, Integer.parseInt(text.text(), at, at + 2, 10), text, at, at + 2);
            }
        }
        return said.build();
    }

    private static void add(Traced.Builder said, int character, Traced text, int start, int end) {
        if (character >= ' ' && character < 0x7F) {
            said.add((char) character, text, start, end - 1);
        }
    }
}
