package dev.touchstone.events.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.codec.EventJson;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Sends what the outbox holds, oldest first. Any number of replicas may run: an advisory lock, held by the relaying
 * transaction, lets one send at a time and falls with its connection. A record is deleted in the same transaction once
 * the broker has it; if that commit is lost it is sent again, which consumers' inboxes make harmless.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };
    /** Any constant will do, as long as nothing else in the service's database uses it. */
    private static final long RELAY_LOCK = 0x746f756368L;
    private static final String LOCK = "select pg_try_advisory_xact_lock($1)";
    private static final String OLDEST = """
            select position, topic, message_key, headers, payload from outbox order by position limit $1""";
    private static final String DELETE = "delete from outbox where position = any($1)";

    private final Pool pool;
    private final Producer<String, byte[]> producer;
    private final WakeUp wakeUp;
    private final DeliveryConfig config;
    private final Counter sent;
    private final Thread thread = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);

    OutboxRelay(Pool pool, Producer<String, byte[]> producer, WakeUp wakeUp, DeliveryConfig config, MeterRegistry meters) {
        this.pool = pool;
        this.producer = producer;
        this.wakeUp = wakeUp;
        this.config = config;
        this.sent = meters.counter("touchstone.outbox.sent");
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                rest(relayBatch());
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception unavailable) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                LOG.warnf("outbox waits, trying again: %s", unavailable.toString());
                pause();
            }
        }
    }

    private void rest(Relayed relayed) throws InterruptedException {
        if (relayed.taken() > relayed.acknowledged()) {
            wakeUp.await("outbox", config.retryWait());
        } else if (relayed.taken() < config.relayBatch()) {
            wakeUp.await("outbox", config.pollInterval());
        }
    }

    private void pause() {
        try {
            wakeUp.await("outbox", config.retryWait());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many records a transaction took up, none where another replica is relaying, and how many the broker has. */
    record Relayed(int taken, int acknowledged) {
    }

    Relayed relayBatch() throws InterruptedException {
        SqlConnection connection = pool.getConnection().await().indefinitely();
        try {
            Transaction transaction = connection.begin().await().indefinitely();
            try {
                Relayed relayed = relayBatch(connection);
                transaction.commit().await().indefinitely();
                return relayed;
            } catch (InterruptedException | RuntimeException failure) {
                transaction.rollback().onFailure().recoverWithNull().await().indefinitely();
                throw failure;
            }
        } finally {
            connection.close().await().indefinitely();
        }
    }

    private Relayed relayBatch(SqlConnection connection) throws InterruptedException {
        boolean mine = connection.preparedQuery(LOCK).execute(Tuple.of(RELAY_LOCK)).await().indefinitely()
                .iterator().next().getBoolean(0);
        if (!mine) {
            return new Relayed(0, 0);
        }
        Map<String, Deque<Row>> reviews = new LinkedHashMap<>();
        int taken = 0;
        for (Row row : connection.preparedQuery(OLDEST).execute(Tuple.of(config.relayBatch())).await().indefinitely()) {
            reviews.computeIfAbsent(row.getString(2), key -> new ArrayDeque<>()).add(row);
            taken++;
        }
        Long[] acknowledged = send(reviews).toArray(Long[]::new);
        if (acknowledged.length > 0) {
            connection.preparedQuery(DELETE).execute(Tuple.of(acknowledged)).await().indefinitely();
        }
        sent.increment(acknowledged.length);
        return new Relayed(taken, acknowledged.length);
    }

    /** One record of each review at a time: what follows is sent only once the broker has what came before. */
    private List<Long> send(Map<String, Deque<Row>> reviews) throws InterruptedException {
        List<Long> acknowledged = new ArrayList<>();
        while (!reviews.isEmpty()) {
            List<Sending> wave = new ArrayList<>();
            for (Deque<Row> rows : reviews.values()) {
                Sending sending = send(rows.remove());
                wave.add(sending);
                if (sending.failedAtOnce()) {
                    // The broker is away: each further record would wait its full time in vain.
                    reviews.clear();
                    break;
                }
            }
            for (Sending sending : wave) {
                if (isAcknowledged(sending)) {
                    acknowledged.add(sending.position());
                } else {
                    reviews.remove(sending.key());
                }
            }
            reviews.values().removeIf(Deque::isEmpty);
        }
        return acknowledged;
    }

    private record Sending(long position, String key, Future<RecordMetadata> result) {

        boolean failedAtOnce() {
            return result.state() == Future.State.FAILED;
        }
    }

    private Sending send(Row row) {
        return new Sending(row.getLong(0), row.getString(2), producer.send(toRecord(row)));
    }

    private static boolean isAcknowledged(Sending sending) throws InterruptedException {
        try {
            sending.result().get();
            return true;
        } catch (ExecutionException failure) {
            LOG.warnf("record %d not sent, kept for the next round: %s", sending.position(), failure.getCause());
            return false;
        }
    }

    private static ProducerRecord<String, byte[]> toRecord(Row row) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(row.getString(1), row.getString(2),
                row.getBuffer(4).getBytes());
        headers(row.getString(3)).forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static Map<String, String> headers(String json) {
        try {
            return EventJson.mapper().readValue(json, HEADERS);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The outbox wrote these headers itself", corrupt);
        }
    }
}
