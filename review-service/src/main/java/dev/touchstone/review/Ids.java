package dev.touchstone.review;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads ids that come from outside. */
public final class Ids {

    /** Stricter than {@link UUID#fromString}, which takes {@code 1-1-1-1-1}. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {
    }

    /** Empty where the text is none. */
    public static Optional<UUID> parse(@Nullable String text) {
        return text != null && ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
