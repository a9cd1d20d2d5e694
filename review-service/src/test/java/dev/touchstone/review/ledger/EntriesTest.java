package dev.touchstone.review.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Decision;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.StageStatement.LlmOverrideReceived;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.ledger.check.CanonicalJson;
import dev.touchstone.review.ledger.check.Chain;
import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.check.Fault;
import dev.touchstone.review.ledger.check.Hashes;

class EntriesTest {

    private final Reviews review = new Reviews();

    @Test
    void anEntryHoldsWhatAnAuditorAsksFor() throws IOException {
        // Given
        StageEvent event = review.passed(Stage.SECURITY, 2, 0.9).last();
        // When
        Entry entry = entry(event, new Head(7, "ab".repeat(32), "cd".repeat(32)));
        // Then
        JsonNode json = EventJson.mapper().readTree(entry.text());
        assertEquals(event.submissionId().toString(), json.path("submissionId").asText());
        assertEquals(event.review().workflowRunId().toString(), json.path("workflowRunId").asText());
        assertEquals("security", json.path("stage").asText());
        assertEquals(2, json.path("attempt").asInt());
        assertEquals(3, json.path("sequence").asLong());
        assertEquals("completed", json.path("event").asText());
        assertEquals(event.id().toString(), json.path("eventId").asText());
        assertEquals(event.origin().occurredAt().toString(), json.path("generatedAt").asText());
        assertEquals(event.review().wandbRun().runId(), json.path("wandbRunId").asText());
        assertEquals(0.9, json.path("metrics").path("score").asDouble());
        assertEquals("ab".repeat(32), json.path("previousHash").asText());
        assertEquals("cd".repeat(32), json.path("previousOfSubmission").asText());
        assertEquals(event.evidence().artifacts().getFirst().digest(), json.path("artifacts").path(0).path("digest").asText());
        assertTrue(json.path("eventDigest").asText().matches("sha256:[0-9a-f]{64}"));
    }

    @Test
    void theSameEventInTheSamePlaceGivesTheSameBytes() {
        // Given
        StageEvent event = review.passed(Stage.SECURITY, 1, 0.9).last();
        // When
        Entry first = entry(event, Head.EMPTY);
        Entry again = entry(event, Head.EMPTY);
        // Then
        assertEquals(first, again);
        assertEquals(CanonicalJson.of(first.text()), first.text());
    }

    @Test
    void anotherEventGivesAnotherHash() {
        // Given
        Entry better = entry(review.completed(Stage.SECURITY, 1, 0.9).last(), Head.EMPTY);
        // When
        Entry worse = entry(review.completed(Stage.SECURITY, 1, 0.8).last(), Head.EMPTY);
        // Then
        assertNotEquals(better.leafHash(), worse.leafHash());
    }

    @Test
    void aDecisionAndARetryKeepWhoAndWhy() throws IOException {
        // Given
        LlmSettings settings = new LlmSettings(true, "openai", "m-1", 0.2, null, null, null);
        Entry decision = entry(review.decided(1, Decision.REJECTED, Stage.JUDGE).last(), Head.EMPTY);
        // When
        Entry retry = entry(review.tell(Stage.JUDGE, 1, new RetryRequested("another model", settings)).last(), Head.EMPTY);
        // Then
        JsonNode decided = EventJson.mapper().readTree(decision.text());
        assertEquals("rejected", decided.path("decision").asText());
        assertEquals("Ada", decided.path("decidedBy").asText());
        JsonNode asked = EventJson.mapper().readTree(retry.text());
        assertEquals("another model", asked.path("reason").asText());
        assertEquals("m-1", asked.path("llmSettings").path("model").asText());
    }

    @Test
    void whichLlmWasAskedForAndWhichRanIsKept() throws IOException {
        // Given
        LlmSettings asked = new LlmSettings(null, null, "m-1", 0.5, null, null, null);
        LlmSettings ran = new LlmSettings(true, "openai-compatible", "m-1", 0.5, 1024, URI.create("https://llm.example/v1"),
                false);
        // When
        Entry received = entry(review.tell(Stage.JUDGE, 2, new LlmOverrideReceived(asked, "Ada")).last(), Head.EMPTY);
        Entry applied = entry(review.tell(Stage.JUDGE, 2, new LlmOverrideApplied(ran)).last(), Head.EMPTY);
        // Then
        assertTrue(received.text().contains("\"llmSettings\":{\"model\":\"m-1\",\"temperature\":0.5}"), received.text());
        assertTrue(received.text().contains("\"requestedBy\":\"Ada\""), received.text());
        assertTrue(applied.text().contains("\"baseUrl\":\"https://llm.example/v1\""), applied.text());
    }

    @Test
    void aRefusalKeepsWhatWasRefusedAndHowOften() throws IOException {
        // When
        Entry refused = entry(review.tell(Stage.SECURITY, 1, EgressRefused.of(URI.create("https://me:key@a.example/x?k=1"),
                "private_address", "loopback", 12)).last(), Head.EMPTY);
        // Then
        JsonNode json = EventJson.mapper().readTree(refused.text());
        assertEquals("private_address https://a.example 12 loopback", json.path("code").asText() + " "
                + json.path("target").asText() + " " + json.path("calls").asInt() + " " + json.path("reason").asText());
    }

    @Test
    void requestsProgressAndTheRecordItselfAreNoConclusions() {
        // Given
        review.requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1, new Started())
                .tell(Stage.SECURITY, 1, new Progressed(1, 2)).run(RunState.ONLINE, "created");
        // When
        List<Optional<Entry>> entries = review.told().stream()
                .map(event -> Entries.of(event, StageEventCodec.encode(event), Head.EMPTY)).toList();
        // Then
        assertTrue(entries.stream().allMatch(Optional::isEmpty));
    }

    @Test
    void aWholeReviewIsAChainWithoutFault() {
        // Given
        List<Entry> chain = chain();
        // When
        List<Fault> faults = Chain.verify(chain);
        // Then
        assertEquals(List.of(), faults);
        assertFalse(chain.isEmpty());
    }

    static Entry entry(StageEvent event, Head head) {
        return Entries.of(event, StageEventCodec.encode(event), head).orElseThrow();
    }

    /** The ledger of one review: eight entries. */
    static List<Entry> chain() {
        Reviews review = new Reviews().passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1)
                .gateFailed(Stage.SECURITY, 1).asked(1, Stage.SECURITY, "2 got through")
                .decided(1, Decision.APPROVED, Stage.SECURITY).passed(Stage.FUNCTIONAL, 1, 0.8).judgedManual();
        List<Entry> chain = new ArrayList<>();
        for (StageEvent event : review.told()) {
            String last = chain.isEmpty() ? Hashes.NONE : chain.getLast().leafHash();
            Entries.of(event, StageEventCodec.encode(event), new Head(chain.size(), last, last)).ifPresent(chain::add);
        }
        return chain;
    }
}
