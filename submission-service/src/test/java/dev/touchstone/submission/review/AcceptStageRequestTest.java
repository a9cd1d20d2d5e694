package dev.touchstone.submission.review;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.RedeliveryKit;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.ServiceTest;
import io.quarkus.hibernate.reactive.panache.Panache;

@ServiceTest
class AcceptStageRequestTest extends RedeliveryKit {

    private static final String JOBS = "select count(*) from job where submission_id = :id";

    @Override
    protected String handler() {
        return "AcceptStageRequest";
    }

    @Override
    protected StageEvent event() {
        return Samples.requested(Samples.review(), Stage.PUBLISH);
    }

    @Override
    protected long effectsOf(StageEvent event) {
        return Blocking.inTransaction(() -> Panache.getSession().flatMap(session -> session
                .createNativeQuery(JOBS, Long.class).setParameter("id", event.submissionId()).getSingleResult()));
    }
}
