package dev.touchstone.submission.review.run;

import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.RedeliveryKit;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;

@ServiceTest
class KeepRunStateTest extends RedeliveryKit {

    @Override
    protected String handler() {
        return "KeepRunState";
    }

    @Override
    protected StageEvent event() {
        return Samples.event(Api.accepted(RelayDouble.GOOD), Stage.PRECHECK, 1, 3,
                new RunStateChanged(RecordStatement.RunState.CATCHING_UP, RecordStatement.RunStateCause.UNREACHABLE,
                        "W&B does not answer", null));
    }

    @Override
    protected long effectsOf(StageEvent event) {
        var shown = Api.get(event.submissionId(), "/progress").extract().jsonPath();
        return "catching-up".equals(shown.getString("wandbRun.state"))
                && "W&B does not answer".equals(shown.getString("wandbRun.reason")) ? 1 : 0;
    }
}
