package dev.touchstone.review.pages.operators;

import java.util.Locale;
import java.util.stream.Stream;

/** What came of a click, as the address of the page that follows says it. */
enum Notice {

    NONE,
    SENT,
    SENT_BEFORE,
    OUT_OF_TURN,
    UNKNOWN;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Notice of(String key) {
        return Stream.of(values()).filter(notice -> notice.key().equals(key)).findFirst().orElse(NONE);
    }

    public boolean isGood() {
        return this == SENT || this == SENT_BEFORE;
    }
}
