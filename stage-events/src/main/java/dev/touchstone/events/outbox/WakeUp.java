package dev.touchstone.events.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;

/**
 * Passes on PostgreSQL's notifications, which arrive with the commit of a row, from any replica. The subscriber has a
 * connection of its own and reconnects for ever; while it is away the sleepers' timeouts stand in.
 */
@ApplicationScoped
public class WakeUp {

    private static final Logger LOG = Logger.getLogger(WakeUp.class);
    private static final String CHANNEL = "delivery";
    private static final long RECONNECT_MILLIS = 1_000;

    private final Map<String, Semaphore> sleepers = new ConcurrentHashMap<>();
    private final PgSubscriber subscriber;

    WakeUp(Vertx vertx, @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user).setPassword(password);
        subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MILLIS);
    }

    void start(@Observes StartupEvent event) {
        subscriber.channel(CHANNEL).handler(this::wake);
        subscriber.connect().onFailure(
                failure -> LOG.warnf("wake-up not connected yet, polling until then: %s", failure.getMessage()));
    }

    void stop(@Observes ShutdownEvent event) {
        subscriber.close();
    }

    /** Wakes whoever waits for this table. */
    public void wake(String table) {
        Semaphore sleeper = sleeper(table);
        // One permit is enough: whoever wakes up looks at everything.
        if (sleeper.availablePermits() == 0) {
            sleeper.release();
        }
    }

    /** Sleeps until a row is written to the table, at most for {@code longest}. */
    public void await(String table, Duration longest) throws InterruptedException {
        Semaphore sleeper = sleeper(table);
        if (sleeper.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            sleeper.drainPermits();
        }
    }

    private Semaphore sleeper(String table) {
        return sleepers.computeIfAbsent(table, name -> new Semaphore(0));
    }
}
