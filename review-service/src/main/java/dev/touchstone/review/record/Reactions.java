package dev.touchstone.review.record;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.StageEvent;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.cases.CaseFile;
import dev.touchstone.review.human.HumanStage;
import dev.touchstone.review.human.Recall;
import io.smallrye.mutiny.Uni;

/** What the human stage does about an event: acts on what is new, and remembers what it did about what is old. */
@ApplicationScoped
class Reactions {

    private final HumanStage human;
    private final Recall recall;
    private final CaseFile file;
    private final RestoreConfig config;

    Reactions(HumanStage human, Recall recall, CaseFile file, RestoreConfig config) {
        this.human = human;
        this.recall = recall;
        this.file = file;
        this.config = config;
    }

    /** Works in the caller's transaction. */
    Uni<Void> to(StageEvent event, byte[] payload, CaseView view) {
        return config.until().filter(event.origin().occurredAt()::isBefore).isPresent()
                ? file.events(event.submissionId()).flatMap(recall::from)
                : human.hear(event, payload, view);
    }
}
