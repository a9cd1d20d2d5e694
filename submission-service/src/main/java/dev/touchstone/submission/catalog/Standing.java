package dev.touchstone.submission.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a published revision stands to its agent's baseline. */
enum Standing {

    /** It is the baseline. */
    CURRENT,
    /** Another revision was published after it. */
    SUPERSEDED,
    /** An operator rolled the baseline back from it. */
    WITHDRAWN;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Standing> of(String key) {
        return Arrays.stream(values()).filter(standing -> standing.key().equals(key)).findFirst();
    }
}
