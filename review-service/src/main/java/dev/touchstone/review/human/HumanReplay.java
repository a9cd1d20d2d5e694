package dev.touchstone.review.human;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** What is stored of the human stage, for who compares it with the events. */
@ApplicationScoped
public class HumanReplay {

    private final Escalations escalations;

    HumanReplay(Escalations escalations) {
        this.escalations = escalations;
    }

    /** All questions that are stored, in their order. Works in the caller's transaction or session. */
    public Uni<List<Asked>> stored(UUID submissionId) {
        return escalations.of(submissionId);
    }
}
