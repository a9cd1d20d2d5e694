package dev.touchstone.review.cases;

import static dev.touchstone.review.KnownKeys.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.access.Grant;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.streams.OpenStreams;
import dev.touchstone.events.testing.Listener;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.KnownKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class EventStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Talk talk;

    @Inject
    KnownKeys keys;

    @Inject
    OpenStreams streams;

    private final Reviews review = new Reviews();

    private String path() {
        return "/review/events/" + review.id();
    }

    private List<String> ids() {
        return review.told().stream().map(event -> event.id().toString()).toList();
    }

    private static List<String> heard(Listener listener, List<String> of) {
        return listener.ids().stream().filter(of::contains).toList();
    }

    @Test
    void whatWasSaidComesFirstAndThenWhatIsSaidLateEventsAmongIt() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).passed(Stage.SECURITY, 1, 0.9);
        StageEvent late = review.told().get(1);
        review.told().stream().filter(event -> !event.equals(late)).limit(4).forEach(talk::tell);
        try (Listener listener = Listener.as(TestKeys.SUBMITTER, path())) {
            await().atMost(PATIENCE).until(() -> heard(listener, ids()).size() == 4);
            // When
            talk.tell(late);
            talk.tell(review.last());
            // Then
            await().atMost(PATIENCE).until(() -> heard(listener, ids()).size() == 6);
            assertEquals(ids().get(1), heard(listener, ids()).get(4));
            assertEquals("text/event-stream", listener.header("Content-Type").split(";", 2)[0]);
            assertEquals("no-store", listener.header("Cache-Control"));
        }
    }

    @Test
    void whoWasCutComesBackAndMissesNothingAndHearsNothingTwice() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        List<String> heard = new ArrayList<>();
        try (Listener cut = Listener.as(TestKeys.REVIEWER, path())) {
            await().atMost(PATIENCE).until(() -> heard(cut, ids()).size() == 3);
            streams.cutAll();
            await().atMost(PATIENCE).until(cut::hasEnded);
            heard.addAll(cut.ids());
        }
        // When
        review.passed(Stage.SECURITY, 1, 0.9);
        review.told().subList(3, 6).forEach(talk::tell);
        try (Listener back = Listener.as(TestKeys.REVIEWER, path(), heard.getLast())) {
            await().atMost(PATIENCE).until(() -> heard(back, ids()).size() == 3);
            heard.addAll(back.ids());
        }
        // Then
        assertTrue(heard.containsAll(ids()));
        assertEquals(heard.stream().distinct().toList(), heard);
    }

    @Test
    void aMessageIsTheEventAsTheJsonAnswerGivesItAndFiltersHold() {
        // Given
        talk.tell(review.at("http://agent.invalid/a2a?key=secret").passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1));
        try (Listener listener = Listener.as(TestKeys.REVIEWER, path() + "?stage=security")) {
            // When
            await().atMost(PATIENCE).until(() -> !listener.heard().isEmpty());
            // Then
            String json = as(TestKeys.REVIEWER).get(path() + "?stage=security").then().extract().asString();
            assertTrue(json.contains(listener.heard().getFirst().data()), json);
            assertFalse(json.contains("secret"));
            assertEquals(ids().subList(3, 4), listener.ids());
        }
    }

    @Test
    void whoseKeyIsWithdrawnCannotComeBack() {
        // Given
        talk.tell(review.requested(Stage.PRECHECK, 1));
        String key = keys.issue(new Grant("Lea", TestKeys.HOUSE, Set.of(Roles.REVIEWER)));
        try (Listener listener = Listener.as(key, path())) {
            await().atMost(PATIENCE).until(() -> !listener.heard().isEmpty());
            // When
            keys.withdraw(key);
            streams.cutAll();
            await().atMost(PATIENCE).until(listener::hasEnded);
        }
        // Then
        await().atMost(PATIENCE).until(() -> {
            try (Listener back = Listener.as(key, path())) {
                return back.status() == 401;
            }
        });
    }

    @Test
    void anotherOrganisationHearsNothing() {
        talk.tell(review.requested(Stage.PRECHECK, 1));
        try (Listener rival = Listener.as(TestKeys.RIVAL, path())) {
            assertEquals(404, rival.status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense", "01a1fe44-52bc-7bbb-a284-fde22b8060b8" })
    void whoComesBackWithAnEventOfNoSuchReviewIsRefused(String last) {
        talk.tell(review.requested(Stage.PRECHECK, 1));
        try (Listener listener = Listener.as(TestKeys.REVIEWER, path(), last)) {
            assertEquals(422, listener.status());
        }
    }

    @Test
    void nobodyHasMoreThanItsShareOfStreams() {
        // Given
        talk.tell(review.requested(Stage.PRECHECK, 1));
        String key = keys.issue(new Grant("Max", TestKeys.HOUSE, Set.of(Roles.AUDITOR)));
        try (Listener one = Listener.as(key, path());
                Listener two = Listener.as(key, path());
                Listener three = Listener.as(key, path())) {
            // When
            try (Listener four = Listener.as(key, path())) {
                // Then
                assertEquals(List.of(200, 200, 200, 429),
                        List.of(one.status(), two.status(), three.status(), four.status()));
                assertEquals("10", four.header("Retry-After"));
            }
        }
    }

    @Test
    void pagesOfEventsFollowEachOtherAndSearchFindsWhatMayBeSeen() {
        // Given
        talk.tell(review.at("http://agent.invalid/a2a?key=secret").passed(Stage.PRECHECK, 1, 1)
                .requested(Stage.SECURITY, 1).gateFailed(Stage.SECURITY, 1));
        // When
        String next = as(TestKeys.REVIEWER).get(path() + "?limit=2").then().statusCode(200).body("events", hasSize(2))
                .body("events.sequence", equalTo(List.of(1, 2))).extract().path("next");
        // Then
        as(TestKeys.REVIEWER).get(path() + "?limit=2&after=" + next).then().body("events.sequence", equalTo(List.of(3, 4)));
        as(TestKeys.REVIEWER).get(path() + "?q=GATE_failed").then().body("events.event", equalTo(List.of("failed")))
                .body("next", nullValue());
        as(TestKeys.REVIEWER).get(path() + "?q=secret").then().body("events", hasSize(0));
        as(TestKeys.REVIEWER).get(path() + "?after=nonsense").then().statusCode(422);
    }
}
