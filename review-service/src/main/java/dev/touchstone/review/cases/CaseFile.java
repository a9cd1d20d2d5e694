package dev.touchstone.review.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.StageEvent;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Sight;
import io.smallrye.mutiny.Uni;

/** The timeline and the case that follows from it, which change together. */
@ApplicationScoped
public class CaseFile {

    private final Timeline timeline;
    private final Cases cases;

    CaseFile(Timeline timeline, Cases cases) {
        this.timeline = timeline;
        this.cases = cases;
    }

    /** Adds the event in the caller's transaction and answers with the case that it makes. */
    public Uni<CaseView> add(StageEvent event, byte[] payload) {
        return timeline.add(event, payload).chain(() -> cases.apply(event));
    }

    /** The case, or empty where no event of the submission has been seen, or it is out of sight. */
    public Uni<Optional<CaseView>> view(UUID submissionId, Sight sight) {
        return cases.find(submissionId, sight);
    }

    /** The timeline behind the case. */
    public Uni<List<Timeline.Entry>> events(UUID submissionId) {
        return timeline.of(submissionId);
    }
}
