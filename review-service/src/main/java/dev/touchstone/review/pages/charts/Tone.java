package dev.touchstone.review.pages.charts;

import java.util.Locale;

/** What a colour says. */
public enum Tone {

    CALM,
    GOOD,
    ASK,
    BAD;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
