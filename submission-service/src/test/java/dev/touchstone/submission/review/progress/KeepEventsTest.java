package dev.touchstone.submission.review.progress;

import java.util.List;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.testing.RedeliveryKit;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;

/** Each event is kept once, however often it is delivered. */
@ServiceTest
class KeepEventsTest extends RedeliveryKit {

    @Override
    protected String handler() {
        return "FollowReview";
    }

    @Override
    protected StageEvent event() {
        return Samples.event(Api.accepted(RelayDouble.GOOD), Stage.JUDGE, 1, 7, new Progressed(1, 3));
    }

    @Override
    protected long effectsOf(StageEvent event) {
        List<String> kept = Api.get(event.submissionId(), "/events?limit=200").extract().path("items.id");
        return kept.stream().filter(event.id().toString()::equals).count();
    }
}
