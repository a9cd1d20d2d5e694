package dev.touchstone.submission.review.progress;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.streams.OpenStreams;
import dev.touchstone.events.testing.Listener;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;

/** Server-sent events over real connections. */
@ServiceTest
class EventStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MeterRegistry meters;

    @Inject
    OpenStreams streams;

    @Test
    void whatWasSaidComesFirstAndThenWhatIsSaid() {
        try (Timeline timeline = Timeline.atSecurity(); Listener listener = Listener.as(TestKeys.SUBMITTER, timeline.path())) {
            // Given
            await().atMost(PATIENCE).until(() -> listener.ids().size() == 4);
            // When
            List<String> said = timeline.progresses(3);
            // Then
            await().atMost(PATIENCE).until(() -> listener.ids().size() == 7);
            assertEquals(said, listener.ids().subList(4, 7));
            assertEquals("3000", listener.retry());
            assertEquals("text/event-stream", listener.header("Content-Type").split(";", 2)[0]);
            assertEquals("no-store", listener.header("Cache-Control"));
        }
    }

    @Test
    void whoComesBackGetsWhatFollowsTheLastEventThatItHas() {
        try (Timeline timeline = Timeline.atSecurity()) {
            // Given
            timeline.progresses(6);
            await().atMost(PATIENCE).until(() -> timeline.ids().size() == 10);
            List<String> all = heardOf(timeline, 10);
            // When
            try (Listener back = Listener.as(TestKeys.SUBMITTER, timeline.path(), all.get(5))) {
                // Then
                await().atMost(PATIENCE).until(() -> back.ids().size() == 4);
                assertEquals(all.subList(6, 10), back.ids());
            }
        }
    }

    @Test
    void anEventThatArrivesLateIsHeardThoughItsSequenceIsEarlier() {
        try (Timeline timeline = Timeline.atSecurity()) {
            // Given
            timeline.progresses(2);
            await().atMost(PATIENCE).until(() -> timeline.ids().size() == 6);
            String last = heardOf(timeline, 6).getLast();
            // When
            String late = timeline.says(Stage.SECURITY, 4,
                    new Progressed(0, 2)).id().toString();
            // Then
            try (Listener back = Listener.as(TestKeys.SUBMITTER, timeline.path(), last)) {
                await().atMost(PATIENCE).until(() -> back.ids().size() == 1);
                assertEquals(List.of(late), back.ids());
            }
        }
    }

    @Test
    void twoClientsHearTheSame() {
        try (Timeline timeline = Timeline.atSecurity();
                Listener one = Listener.as(TestKeys.SUBMITTER, timeline.path());
                Listener other = Listener.as(TestKeys.AUDITOR, timeline.path())) {
            // When
            timeline.progresses(20);
            // Then
            await().atMost(PATIENCE).until(() -> one.ids().size() == 24 && other.ids().size() == 24);
            assertEquals(one.ids(), other.ids());
        }
    }

    @Test
    void aClientWhoseStreamWasCutMissesNothingAndHearsNothingTwice() {
        try (Timeline timeline = Timeline.atSecurity()) {
            List<String> heard = new ArrayList<>();
            try (Listener cut = Listener.as(TestKeys.SUBMITTER, timeline.path())) {
                // Given
                await().atMost(PATIENCE).until(() -> cut.ids().size() == 4);
                streams.cutAll();
                await().atMost(PATIENCE).until(cut::hasEnded);
                assertTrue(cut.heard().stream().allMatch(message -> message.name().isEmpty()), "no end was told");
                heard.addAll(cut.ids());
            }
            // When
            timeline.progresses(3);
            try (Listener back = Listener.as(TestKeys.SUBMITTER, timeline.path(), heard.getLast())) {
                await().atMost(PATIENCE).until(() -> back.ids().size() == 3);
                heard.addAll(back.ids());
            }
            // Then
            assertEquals(timeline.ids(), heard);
        }
    }

    @Test
    void theStreamOfAnEndedReviewIsReplayedAndEnds() {
        try (Timeline timeline = Timeline.rejected(); Listener listener = Listener.as(TestKeys.SUBMITTER, timeline.path())) {
            // When
            await().atMost(PATIENCE).until(listener::hasEnded);
            // Then
            assertEquals(timeline.ids(), listener.ids());
            assertEquals("end", listener.heard().getLast().name());
            assertEquals("{\"state\":\"rejected\"}", listener.heard().getLast().data());
        }
    }

    @Test
    void silenceIsFilledWithHeartbeats() {
        try (Timeline timeline = Timeline.atSecurity(); Listener listener = Listener.as(TestKeys.SUBMITTER, timeline.path())) {
            await().atMost(PATIENCE).until(() -> listener.comments().stream()
                    .filter(comment -> comment.contains("still here")).count() >= 2);
        }
    }

    @Test
    void aFilterHoldsForTheStreamToo() {
        try (Timeline timeline = Timeline.rejected();
                Listener listener = Listener.as(TestKeys.SUBMITTER, timeline.path() + "?event=rejected")) {
            await().atMost(PATIENCE).until(listener::hasEnded);
            assertEquals(1, listener.ids().size());
        }
    }

    @Test
    void anotherOrganizationHearsNothing() {
        try (Timeline timeline = Timeline.atSecurity(); Listener rival = Listener.as(TestKeys.RIVAL, timeline.path())) {
            assertEquals(404, rival.status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense", "01a1fe44-52bc-7bbb-a284-fde22b8060b8" })
    void whoComesBackWithAnEventOfNoSuchReviewIsRefused(String lastEventId) {
        try (Timeline timeline = Timeline.atSecurity();
                Listener listener = Listener.as(TestKeys.SUBMITTER, timeline.path(), lastEventId)) {
            assertEquals(400, listener.status());
        }
    }

    @Test
    void nobodyHasMoreThanItsShareOfStreams() {
        try (Timeline timeline = Timeline.atSecurity()) {
            List<Listener> listeners = new ArrayList<>();
            try {
                // Given
                await().atMost(PATIENCE).until(() -> open() == 0);
                for (int i = 0; i < 4; i++) {
                    listeners.add(Listener.as(TestKeys.SUBMITTER, timeline.path()));
                }
                // When
                listeners.add(Listener.as(TestKeys.SUBMITTER, timeline.path()));
                // Then
                assertEquals(List.of(200, 200, 200, 200, 429), listeners.stream().map(Listener::status).toList());
                assertEquals("10", listeners.getLast().header("Retry-After"));
            } finally {
                listeners.forEach(Listener::close);
            }
            await().atMost(PATIENCE).until(() -> open() == 0);
        }
    }

    private double open() {
        return meters.get("touchstone.event.streams").gauge().value();
    }

    private static List<String> heardOf(Timeline timeline, int events) {
        try (Listener listener = Listener.as(TestKeys.SUBMITTER, timeline.path())) {
            await().atMost(PATIENCE).until(() -> listener.ids().size() == events);
            return listener.ids();
        }
    }
}
