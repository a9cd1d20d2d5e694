package dev.touchstone.submission.review.progress;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.ReviewerStatement.LedgerUploadFailed;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.LlmOverrideReceived;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;
import io.restassured.path.json.JsonPath;

@ServiceTest
class EventsResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whatThisServiceSaysIsThereAsSoonAsItIsSaid() {
        try (Timeline timeline = Timeline.atSecurity()) {
            // When
            JsonPath page = timeline.page("");
            // Then
            assertEquals(List.of("requested", "started", "completed", "requested"), page.getList("items.event"));
            assertEquals(List.of("precheck", "precheck", "precheck", "security"), page.getList("items.stage"));
            assertEquals(Set.of(1), Set.copyOf(page.<Integer> getList("items.round")));
            assertEquals("accepted", page.getString("items[0].data.reason"));
            assertEquals("service", page.getString("items[0].actor.kind"));
            assertNull(page.getString("next"));
        }
    }

    @Test
    void pagesMakeTheWholeTimelineInTheOrderOfItsSequence() {
        try (Timeline timeline = Timeline.atSecurity()) {
            // Given
            timeline.progresses(5);
            await().atMost(PATIENCE).until(() -> timeline.ids().size() == 9);
            // When
            List<String> paged = new ArrayList<>();
            String after = "";
            while (after != null) {
                JsonPath page = timeline.page("?limit=2" + after);
                paged.addAll(page.getList("items.id"));
                after = page.getString("next") == null ? null : "&after=" + page.getString("next");
            }
            // Then
            assertEquals(timeline.ids(), paged);
            List<Integer> sequences = timeline.page("").getList("items.sequence");
            assertEquals(sequences.stream().sorted().toList(), sequences);
        }
    }

    @Test
    void eventsAreFoundByStageSeverityKindAndRound() {
        try (Timeline timeline = Timeline.atSecurity()) {
            assertEquals(List.of("requested"), timeline.page("?stage=security").getList("items.event"));
            assertEquals(List.of("completed"), timeline.page("?event=completed").getList("items.event"));
            assertEquals(4, timeline.page("?severity=info").getList("items").size());
            assertEquals(0, timeline.page("?severity=error").getList("items").size());
            assertEquals(4, timeline.page("?round=1").getList("items").size());
            assertEquals(0, timeline.page("?round=2").getList("items").size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "?stage=lunch", "?severity=INFO", "?event=a%20b", "?round=0", "?round=x", "?limit=0",
            "?after=nonsense" })
    void whatNothingCouldFitIsRefused(String query) {
        try (Timeline timeline = Timeline.rejected()) {
            Api.get(timeline.id(), "/events" + query).statusCode(400)
                    .body("type", equalTo("urn:touchstone:problem:malformed-parameter"));
        }
    }

    @Test
    void whoOnlySubmitsIsNotToldWhereThingsAreInside() {
        try (Timeline timeline = Timeline.atSecurity()) {
            // Given
            LlmSettings settings = new LlmSettings(true, "openai", "m", 0.0, 100, URI.create("http://llm.inside:8000"), false);
            timeline.says(Stage.JUDGE, 50, new LlmOverrideReceived(settings, "Rei Reviewer"));
            timeline.says(Stage.PRECHECK, 51, new LedgerUploadFailed(3, "audit.inside:9000 refused", 2));
            await().atMost(PATIENCE).until(() -> timeline.ids().size() == 6);
            // When
            var submitter = Api.get(timeline.id(), "/events");
            var reviewer = Api.as(TestKeys.REVIEWER).get(timeline.path()).then();
            // Then
            submitter.body("items[4].data.settings", not(hasKey("baseUrl"))).body("items[4].data.settings.model", equalTo("m"))
                    .body("items[4].data.requestedBy", equalTo("Rei Reviewer"))
                    .body("items[5].data.reason", equalTo("The audit endpoint did not take the entry."))
                    .body("items[2].artifacts[0].url", nullValue()).body("items[0].data.agent.card.url", nullValue());
            reviewer.statusCode(200).body("items[4].data.settings.baseUrl", equalTo("http://llm.inside:8000"))
                    .body("items[5].data.reason", equalTo("audit.inside:9000 refused"));
            assertTrue(reviewer.extract().<String> path("items[0].data.agent.card.url").contains("/artifacts/"));
        }
    }

    @Test
    void whatTelemetrySaysOfTheRunIsPartOfTheTimeline() {
        try (Timeline timeline = Timeline.atSecurity()) {
            // When
            StageEvent event = timeline.says(Stage.PRECHECK, 60,
                    new RunStateChanged(RunState.OFFLINE, RunStateCause.NO_KEY, "no key", null));
            // Then
            await().atMost(PATIENCE).until(() -> timeline.ids().contains(event.id().toString()));
        }
    }
}
