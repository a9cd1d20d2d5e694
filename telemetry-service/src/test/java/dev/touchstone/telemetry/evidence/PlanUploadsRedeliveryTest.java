package dev.touchstone.telemetry.evidence;

import java.net.URI;

import jakarta.inject.Inject;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.RedeliveryKit;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.PickedPorts;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** An event that is delivered again brings nothing again. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PickedPorts.class, scope = TestResourceScope.GLOBAL)
class PlanUploadsRedeliveryTest extends RedeliveryKit {

    @Inject
    Pool pool;

    @Override
    protected String handler() {
        return "RecordEvents";
    }

    @Override
    protected StageEvent event() {
        return Evident.gateFailed(Samples.review(),
                Evident.file("security_report.jsonl", "{}\n", URI.create("http://localhost:8081")));
    }

    /** The suite, the files of the stage and the alert come together or not at all. */
    @Override
    protected long effectsOf(StageEvent event) {
        return pool.preparedQuery("select count(*) from wandb_upload where submission_id = $1")
                .execute(Tuple.of(event.submissionId())).await().indefinitely().iterator().next().getLong(0) / 3;
    }
}
