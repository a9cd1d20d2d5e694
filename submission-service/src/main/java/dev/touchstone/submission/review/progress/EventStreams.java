package dev.touchstone.submission.review.progress;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.submission.review.progress.Seats.Seat;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * The open streams of this replica. One thread for all of them: it sleeps until an event is written by any replica, asks
 * once which of the watched reviews have news, and rings those bells. Positions of one review rise in the order of commits,
 * so a position that is higher than before says that there are news, whatever else is being written.
 */
@ApplicationScoped
class EventStreams {

    private static final Logger LOG = Logger.getLogger(EventStreams.class);
    private static final String TABLE = "review_event";

    private final EventLog log;
    private final WakeUp wakeUp;
    private final DeliveryConfig delivery;
    private final Seats<EventStream> seats;
    private final Thread thread = Thread.ofVirtual().name("event-streams").unstarted(this::run);
    private Map<UUID, Long> newest = Map.of();

    EventStreams(EventLog log, WakeUp wakeUp, ProgressConfig config, DeliveryConfig delivery, MeterRegistry meters) {
        this.log = log;
        this.wakeUp = wakeUp;
        this.seats = new Seats<>(config.streams(), config.streamsPerCaller());
        this.delivery = delivery;
        meters.gaugeCollectionSize("touchstone.event.streams", Tags.empty(), seats.taken());
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
        cutAll();
    }

    /** Their clients come back, to this replica or another. */
    void cutAll() {
        seats.taken().forEach(seat -> seat.cut().run());
    }

    void take(Seat<EventStream> seat) {
        seats.take(seat);
    }

    void giveBack(Seat<EventStream> seat) {
        seats.giveBack(seat);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                wakeUp.await(TABLE, delivery.pollInterval());
                ringAndCut();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unavailable) {
                LOG.warnf("no news for the open streams, trying again: %s", unavailable.toString());
            }
        }
    }

    private void ringAndCut() {
        seats.taken().stream().filter(seat -> seat.stream().isStuck()).forEach(seat -> {
            LOG.infof("stream cut submission=%s reason=slow", seat.stream().submissionId());
            seat.cut().run();
        });
        Set<UUID> watched = seats.taken().stream().map(seat -> seat.stream().submissionId()).collect(Collectors.toSet());
        if (watched.isEmpty()) {
            newest = Map.of();
            return;
        }
        Map<UUID, Long> before = newest;
        newest = new HashMap<>(log.newest(watched).await().indefinitely());
        seats.taken().stream().filter(seat -> hasNews(seat.stream().submissionId(), before))
                .forEach(seat -> seat.stream().ring());
    }

    private boolean hasNews(UUID submissionId, Map<UUID, Long> before) {
        Long last = newest.get(submissionId);
        return last != null && !last.equals(before.get(submissionId));
    }
}
