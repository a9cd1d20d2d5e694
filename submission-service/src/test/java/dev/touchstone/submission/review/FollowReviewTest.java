package dev.touchstone.submission.review;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.RedeliveryKit;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;

@ServiceTest
class FollowReviewTest extends RedeliveryKit {

    private static final int UNASKED_ATTEMPT = 9;

    @Override
    protected String handler() {
        return "FollowReview";
    }

    /** A result that nobody asked for: the one event that the state machine answers each time that it hears it. */
    @Override
    protected StageEvent event() {
        return Samples.event(Api.accepted(RelayDouble.GOOD), Stage.FUNCTIONAL, UNASKED_ATTEMPT, 5,
                Told.passed(Stage.FUNCTIONAL));
    }

    @Override
    protected long effectsOf(StageEvent event) {
        return bus.eventsOf(event.submissionId()).stream().filter(each -> each.event().equals("superseded")).count();
    }
}
