package dev.touchstone.review.record;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.outbox.CausalClock;
import dev.touchstone.review.artifacts.ArtifactSources;
import dev.touchstone.review.cases.Cases;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.human.Recall;
import io.smallrye.mutiny.Uni;

/** All that follows from the events of a review, made anew from them. Joins the caller's transaction. */
@ApplicationScoped
class ReadModel {

    private static final Logger LOG = Logger.getLogger(ReadModel.class);

    private final CausalClock clock;
    private final Timeline timeline;
    private final Cases cases;
    private final ArtifactSources artifacts;
    private final Recall recall;

    ReadModel(CausalClock clock, Timeline timeline, Cases cases, ArtifactSources artifacts, Recall recall) {
        this.clock = clock;
        this.timeline = timeline;
        this.cases = cases;
        this.artifacts = artifacts;
        this.recall = recall;
    }

    /**
     * No event of the review is recorded meanwhile: it waits for the review's clock, as this does.
     */
    Uni<Rebuilt> rebuild(UUID submissionId) {
        return clock.observe(submissionId, 0).chain(() -> timeline.of(submissionId))
                .flatMap(told -> cases.rebuild(told.stream().map(Timeline.Entry::event).toList())
                        .call(() -> noted(submissionId, told)).call(() -> recall.from(told)))
                .map(changed -> changed ? Rebuilt.CHANGED : Rebuilt.UNCHANGED)
                // Events are read before anything is written, so the transaction may go on.
                .onFailure(IllegalStateException.class).recoverWithItem(unreadable -> {
                    LOG.errorf("rebuild submission=%s failed: %s", submissionId, unreadable.getMessage());
                    return Rebuilt.FAILED;
                });
    }

    private Uni<Void> noted(UUID submissionId, List<Timeline.Entry> told) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (Timeline.Entry entry : told) {
            noted = noted.chain(() -> artifacts.note(submissionId, entry.event().evidence().artifacts()));
        }
        return noted;
    }
}
