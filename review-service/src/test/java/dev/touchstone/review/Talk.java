package dev.touchstone.review;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.Topics;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.events.testing.EventBus;

/** Tells the service what other services would, and waits until it has taken it in. */
@ApplicationScoped
public class Talk {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A review has dozens of events; a tenth of a second for each would be most of a test's time. */
    private static final Duration LOOK = Duration.ofMillis(5);

    private final EventBus bus;
    private final Tables tables;

    Talk(EventBus bus, Tables tables) {
        this.bus = bus;
        this.tables = tables;
    }

    static class Bus {

        @Produces
        @Singleton
        EventBus bus(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
            return new EventBus(bootstrapServers);
        }

        void close(@Disposes EventBus bus) {
            bus.close();
        }
    }

    public void tell(Reviews review) {
        review.told().forEach(bus::send);
        review.told().forEach(this::awaitRecorded);
    }

    /** Payloads as no honest service would write them. */
    public void tellRaw(List<byte[]> payloads) {
        List<StageEvent> events = payloads.stream().map(Talk::read).toList();
        for (int i = 0; i < events.size(); i++) {
            bus.sendRaw(Topics.of(events.get(i)), events.get(i).submissionId().toString(), payloads.get(i));
        }
        events.forEach(this::awaitRecorded);
    }

    private static StageEvent read(byte[] payload) {
        return ((Decoded.Understood) StageEventCodec.decode(payload)).event();
    }

    public void tell(StageEvent event) {
        bus.send(event);
        awaitRecorded(event);
    }

    /** The first event of this kind that the service itself tells, once it has also come back to it. */
    public StageEvent answer(UUID submissionId, String event) {
        StageEvent told = bus.await(submissionId, each -> each.event().equals(event));
        awaitRecorded(told);
        return told;
    }

    public long count(UUID submissionId, String event) {
        return bus.eventsOf(submissionId).stream().filter(each -> each.event().equals(event)).count();
    }

    private void awaitRecorded(StageEvent event) {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(LOOK)
                .until(() -> tables.count("select count(*) from timeline where event_id = ?", event.id()) == 1);
    }
}
