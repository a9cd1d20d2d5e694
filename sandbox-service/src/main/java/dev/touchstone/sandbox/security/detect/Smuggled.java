package dev.touchstone.sandbox.security.detect;

import java.util.List;

/** What characters say that no reader sees. */
record Smuggled() implements Decoding {

    @Override
    public String form() {
        return "hidden";
    }

    @Override
    public boolean nests() {
        return true;
    }

    @Override
    public List<Traced> decode(Traced text) {
        Traced.Builder said = new Traced.Builder(16);
        for (HiddenText hidden : HiddenText.in(text.text())) {
            said.add(hidden.says(), text.start(hidden.span().start()), text.end(hidden.span().end() - 1));
        }
        return said.length() == 0 ? List.of() : List.of(said.build());
    }
}
