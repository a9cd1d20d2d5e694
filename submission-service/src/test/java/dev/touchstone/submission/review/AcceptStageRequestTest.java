package dev.touchstone.submission.review;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.RedeliveryKit;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.ServiceTest;
import io.quarkus.hibernate.reactive.panache.Panache;

@ServiceTest
class AcceptStageRequestTest extends RedeliveryKit {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
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

    @Test
    void anAttemptThatIsOfferedAgainIsOneJobUnlessItWasLost() {
        // Given
        StageEvent offer = event();
        bus.send(offer);
        await().atMost(PATIENCE).until(() -> effectsOf(offer) == 1);
        // When it is offered again, as a new event
        sendAgain(offer);
        // Then
        assertEquals(1, effectsOf(offer));
        // When the job was lost and it is offered once more
        Blocking.inTransaction(() -> Panache.getSession().flatMap(session -> session
                .createNativeQuery("delete from job where submission_id = :id").setParameter("id", offer.submissionId())
                .executeUpdate()));
        sendAgain(offer);
        // Then
        assertEquals(1, effectsOf(offer));
    }

    /** Sends the same request under another event id and waits until it was dealt with. */
    private void sendAgain(StageEvent offer) {
        StageEvent again = Samples.event(offer.review(), offer.stage(), offer.attempt(), 2, offer.body());
        bus.send(again);
        await().atMost(PATIENCE).until(() -> Blocking.inTransaction(() -> Panache.getSession().flatMap(session -> session
                .createNativeQuery("select count(*) from inbox where event_id = :id", Long.class)
                .setParameter("id", again.id()).getSingleResult())) == 1);
    }
}
