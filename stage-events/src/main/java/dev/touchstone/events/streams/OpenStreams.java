package dev.touchstone.events.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.events.streams.Seats.Seat;
import io.smallrye.mutiny.Uni;

/**
 * The open streams of this replica. One thread for all of them: it sleeps until an event is written by any replica, asks
 * once which of the watched reviews have news, and rings those bells. Positions of one review rise in the order of commits,
 * so a position that is higher than before says that there are news, whatever else is being written.
 */
public final class OpenStreams {

    private static final Logger LOG = Logger.getLogger(OpenStreams.class);

    private final Place place;
    private final WakeUp wakeUp;
    private final DeliveryConfig delivery;
    private final Seats<EventStream> seats;
    private final Thread thread = Thread.ofVirtual().name("event-streams").unstarted(this::run);
    private Map<UUID, Long> newest = Map.of();

    /**
     * Where the service writes events, and how it refuses.
     *
     * @param table whose triggers notify of new rows
     * @param newest the last position of each of these reviews that has any
     * @param refusals for those for whom there is no place
     */
    public record Place(String table, Function<Set<UUID>, Uni<Map<UUID, Long>>> newest, Seats.Refusals refusals) {
    }

    public OpenStreams(Place place, WakeUp wakeUp, StreamLimits limits, DeliveryConfig delivery) {
        this.place = place;
        this.wakeUp = wakeUp;
        this.seats = new Seats<>(limits.streams(), limits.streamsPerCaller(), place.refusals());
        this.delivery = delivery;
    }

    public void start() {
        thread.start();
    }

    public void stop() {
        thread.interrupt();
        cutAll();
    }

    /** Their clients come back, to this replica or another. */
    public void cutAll() {
        seats.taken().forEach(seat -> seat.cut().run());
    }

    /** Those that are open now. */
    public Set<Seat<EventStream>> open() {
        return seats.taken();
    }

    /** Takes a place, to be given back whatever becomes of the stream; throws the service's refusal where there is none. */
    void take(Seat<EventStream> seat) {
        seats.take(seat);
    }

    void giveBack(Seat<EventStream> seat) {
        seats.giveBack(seat);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                wakeUp.await(place.table(), delivery.pollInterval());
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
            // Whoever is waiting need not wait for the connection to be found closed.
            giveBack(seat);
        });
        Set<UUID> watched = seats.taken().stream().map(seat -> seat.stream().submissionId()).collect(Collectors.toSet());
        if (watched.isEmpty()) {
            newest = Map.of();
            return;
        }
        Map<UUID, Long> before = newest;
        newest = new HashMap<>(place.newest().apply(watched).await().indefinitely());
        seats.taken().stream().filter(seat -> hasNews(seat.stream().submissionId(), before))
                .forEach(seat -> seat.stream().ring());
    }

    private boolean hasNews(UUID submissionId, Map<UUID, Long> before) {
        Long last = newest.get(submissionId);
        return last != null && !last.equals(before.get(submissionId));
    }
}
