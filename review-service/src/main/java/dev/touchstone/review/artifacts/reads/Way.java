package dev.touchstone.review.artifacts.reads;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How somebody got to see what is in a file. */
public enum Way {

    PAGE,
    /** A few of its lines, on the first page of the review. */
    SUMMARY,
    DOWNLOAD;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Way of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
