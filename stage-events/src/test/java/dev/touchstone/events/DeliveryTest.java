package dev.touchstone.events;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.EventBus;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** What the tests of the delivery share: the real broker, the real database, one way to look into each. */
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
public abstract class DeliveryTest {

    @Inject
    protected Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    protected EventBus bus;

    @BeforeEach
    void listen() {
        bus = new EventBus(bootstrapServers);
    }

    @AfterEach
    void stopListening() {
        bus.close();
    }

    protected static <T> T inTransaction(Supplier<Uni<T>> work) {
        return Blocking.inTransaction(work);
    }

    protected long effectsOf(StageEvent event) {
        return count("select count(*) from effect where event_id = $1", event.id());
    }

    protected long count(String sql, UUID id) {
        return pool.preparedQuery(sql).execute(Tuple.of(id)).await().indefinitely().iterator().next().getLong(0);
    }

    protected List<String> kindsOf(UUID submission) {
        return bus.eventsOf(submission).stream().map(StageEvent::event).toList();
    }
}
