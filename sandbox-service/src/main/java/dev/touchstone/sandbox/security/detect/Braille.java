package dev.touchstone.sandbox.security.detect;

import java.util.List;

/** English Braille: letters, and digits behind the number sign. */
record Braille() implements Decoding {

    private static final String LETTERS = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵";
    private static final char NUMBER = '⠼';

    @Override
    public String form() {
        return "braille";
    }

    @Override
    public List<Traced> decode(Traced text) {
        Traced.Builder said = new Traced.Builder(16);
        boolean number = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.text().charAt(i);
            int letter = LETTERS.indexOf(each);
            if (letter >= 0) {
                number = number && letter < 10;
                said.add((char) (number ? '0' + (letter + 1) % 10 : 'a' + letter), text, i, i);
            } else {
                number = each == NUMBER;
            }
        }
        return said.length() == 0 ? List.of() : List.of(said.build());
    }
}
