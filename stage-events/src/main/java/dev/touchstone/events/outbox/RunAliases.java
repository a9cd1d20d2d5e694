package dev.touchstone.events.outbox;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * Under which ids W&amp;B has runs that could not get their own. A service that hears of aliases implements it, and whatever
 * it says from then on names them; what any other says names what its cause named.
 */
public interface RunAliases {

    /**
     * The alias of the submission's run, or null where none was heard of. Joins the caller's transaction, which holds the
     * lock of the review's clock.
     */
    Uni<@Nullable String> of(UUID submissionId);
}
