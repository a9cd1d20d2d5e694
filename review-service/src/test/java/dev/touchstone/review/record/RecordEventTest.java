package dev.touchstone.review.record;

import jakarta.inject.Inject;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.RedeliveryKit;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Tables;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A second delivery writes no second row of the timeline and no second ledger entry. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class RecordEventTest extends RedeliveryKit {

    @Inject
    Tables tables;

    @Override
    protected String handler() {
        return "RecordEvent";
    }

    @Override
    protected StageEvent event() {
        return new Reviews().completed(Stage.SECURITY, 1, 0.9).last();
    }

    @Override
    protected long effectsOf(StageEvent event) {
        return tables.count("select count(*) from timeline where event_id = ?", event.id())
                + tables.count("select count(*) from ledger_entry where event_id = ?", event.id());
    }
}
