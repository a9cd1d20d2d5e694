package dev.touchstone.sandbox.security.detect;

import java.util.List;

/** ROT47: all visible characters of ASCII, turned by half of their number. */
record Turned() implements Decoding {

    @Override
    public String form() {
        return "rot47";
    }

    @Override
    public List<Traced> decode(Traced text) {
        Traced.Builder said = new Traced.Builder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.text().charAt(i);
            said.add(each > ' ' && each < 0x7F ? (char) ('!' + (each - '!' + 47) % 94) : each, text, i, i);
        }
        return List.of(said.build());
    }
}
