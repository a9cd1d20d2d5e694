package dev.touchstone.telemetry;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.testing.EventBus;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.mutiny.sqlclient.Pool;

/** A real broker, a real database, and a W&amp;B that is up unless a test says otherwise. */
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PickedPorts.class, scope = TestResourceScope.GLOBAL)
public abstract class ServiceTest {

    @Inject
    protected Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = PickedPorts.PORT)
    int wandbPort;

    // Asked of the service's own settings: what the test framework injects does not know a port that a resource picked.
    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    protected EventBus bus;
    protected ScriptedWandb wandb;

    @BeforeEach
    void start() {
        wandb = new ScriptedWandb(wandbPort);
        bus = new EventBus(bootstrapServers);
    }

    @AfterEach
    void stop() {
        wandb.close();
        bus.close();
    }

    /** An address of the management interface, as {@code metrics} or {@code health/ready}. */
    protected URI management(String path) {
        return URI.create("http://localhost:" + managementPort + "/q/" + path);
    }

    protected static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    protected ScriptedWandb.StoredRun runOf(ReviewRef review) {
        return wandb.run(review.wandbRun().runId());
    }

    /** What was told of the run's state, in order. */
    protected List<RunStateChanged> told(ReviewRef review) {
        return bus.eventsOf(review.submissionId()).stream().map(event -> event.body())
                .filter(RunStateChanged.class::isInstance).map(RunStateChanged.class::cast).toList();
    }
}
