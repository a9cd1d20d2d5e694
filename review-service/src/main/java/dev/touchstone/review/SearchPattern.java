package dev.touchstone.review;

import java.util.Locale;

/** What somebody searches for, for {@code like … escape '\\'} in texts of lower case. */
public final class SearchPattern {

    private SearchPattern() {
    }

    /** Fits what holds exactly this, whatever signs are in it; an empty search fits all. */
    public static String containing(String search) {
        String literal = search.strip().replace("\0", "").toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return "%" + literal + "%";
    }
}
