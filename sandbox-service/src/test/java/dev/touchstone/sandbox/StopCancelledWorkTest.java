package dev.touchstone.sandbox;

import jakarta.inject.Inject;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.RedeliveryKit;
import dev.touchstone.events.testing.Samples;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class StopCancelledWorkTest extends RedeliveryKit {

    @Inject
    Pool pool;

    @Override
    protected String handler() {
        return "StopCancelledWork";
    }

    @Override
    protected StageEvent event() {
        return Samples.event(Samples.review(), Stage.SECURITY, 1, 5, new Cancelled("not needed any more"));
    }

    @Override
    protected long effectsOf(StageEvent event) {
        return pool.preparedQuery("select count(*) from stopped_round where workflow_run_id = $1")
                .execute(Tuple.of(event.review().workflowRunId())).await().indefinitely().iterator().next().getLong(0);
    }
}
