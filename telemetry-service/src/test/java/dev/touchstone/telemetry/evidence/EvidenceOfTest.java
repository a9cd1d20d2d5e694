package dev.touchstone.telemetry.evidence;

import static dev.touchstone.telemetry.evidence.Evident.FIRST;
import static dev.touchstone.telemetry.evidence.Evident.SUITE_DIGEST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.wandb.ExtendedJson;

class EvidenceOfTest {

    private static final URI SANDBOX = URI.create("http://localhost:8081");
    private static final ArtifactRef REPORT = Evident.file("security_report.jsonl", "{}\n", SANDBOX);

    private final ReviewRef review = Samples.review();

    @Test
    void anAttemptBringsItsFilesAsOneArtifact() {
        // When
        StageEvent event = Evident.passed(review, Stage.JUDGE, summary(Map.of("verdict", "manual")), REPORT);
        Plan.StageFiles plan = assertInstanceOf(Plan.StageFiles.class, only(event, FIRST));

        // Then
        assertEquals("trip-planner-judge", plan.name());
        assertEquals("judge", plan.type());
        assertEquals(List.of("round-1", "revision-r1", "attempt-2"), plan.label().aliases());
        assertEquals(
                List.of(new Plan.Source("security_report.jsonl", "security_report.jsonl", REPORT.digest(), 3, REPORT.url())),
                plan.files());
        JsonNode metadata = ExtendedJson.node(plan.label().metadata());
        assertEquals(review.submissionId().toString(), metadata.path("submission_id").asText());
        assertEquals(review.workflowRunId().toString(), metadata.path("workflow_run_id").asText());
        assertEquals(event.id().toString(), metadata.path("event_id").asText());
        assertEquals("policy-1", metadata.path("policy_version").asText());
        assertEquals("manual", metadata.path("verdict").asText());
        assertEquals(2, metadata.path("attempt").intValue());
        assertEquals(REPORT.digest(), metadata.path("digests").path("security_report.jsonl").asText());
    }

    @Test
    void aSuiteIsADataSetOfItsOwn() {
        // When
        List<Plan> plans = of(Evident.gateFailed(review, REPORT), FIRST);

        // Then
        Plan.TestSuite suite = assertInstanceOf(Plan.TestSuite.class, plans.getFirst());
        assertEquals("touchstone-core-suite", suite.name());
        assertEquals("dataset", suite.type());
        assertEquals(SUITE_DIGEST, suite.digest());
        assertEquals(List.of("version-1.0.0"), suite.label().aliases());
        assertEquals(SUITE_DIGEST, ExtendedJson.node(suite.label().metadata()).path("digest").asText());
        JsonNode metadata = ExtendedJson.node(((Plan.StageFiles) plans.get(1)).label().metadata());
        assertEquals("failed", metadata.path("outcome").asText());
        assertEquals("gate_failed", metadata.path("reason_code").asText());
        assertEquals("1.0.0", metadata.path("suites").path(0).path("version").asText());
    }

    @Test
    void aLateResultIsNotTheLatest() {
        // When
        Plan plan = only(Evident.passed(review, Stage.FUNCTIONAL, summary(Map.of()), REPORT),
                new Setting(2, true, 7, null, null));

        // Then
        Plan.Label label = ((Plan.StageFiles) plan).label();
        assertEquals("trip-planner-functional.late", label.name());
        assertEquals("functional", label.type());
        assertFalse(label.metadata().containsKey("policy_version"));
    }

    @Test
    void theEndOfAReviewBringsItsLedger() {
        // When
        StageEvent end = Evident.event(review, Stage.PUBLISH, new Published(URI.create("http://c"), 82.0, "approved"));
        Plan.LedgerExport ledger = assertInstanceOf(Plan.LedgerExport.class, only(end, FIRST));

        // Then
        assertEquals("trip-planner-ledger", ledger.name());
        assertEquals("ledger", ledger.type());
        assertEquals(end.id(), ledger.until());
        assertInstanceOf(Plan.LedgerExport.class, only(Evident.event(review, Stage.JUDGE, new Cancelled("mistake")), FIRST));
    }

    @Test
    void mostEventsBringNothing() {
        assertEquals(List.of(), of(Evident.event(review, Stage.SECURITY, new Started()), FIRST));
        assertEquals(List.of(), of(Evident.passed(review, Stage.PRECHECK, summary(Map.of()), REPORT), FIRST));
        assertEquals(List.of(),
                of(Evident.event(review, Stage.JUDGE, Failed.unmeasured("no_questions", List.of(), false)), FIRST));
    }

    @Test
    void twoFilesOfOneNameStandBesideEachOther() {
        // Given
        ArtifactRef other = Evident.file("security_report.jsonl", "other", SANDBOX);

        // When
        Plan plan = only(Evident.passed(review, Stage.JUDGE, summary(Map.of()), REPORT, REPORT, other), FIRST);

        // Then
        assertEquals(2, ((Plan.StageFiles) plan).files().stream().map(Plan.Source::path).distinct().count());
        assertEquals(List.of(REPORT.digest(), other.digest()),
                ((Plan.StageFiles) plan).files().stream().map(Plan.Source::digest).toList());
    }

    @Test
    void aPlanIsReadBackAsItWasWritten() {
        for (Plan plan : EvidenceOf.event(Evident.gateFailed(review, REPORT), FIRST, occasion -> Level.WARN)) {
            assertEquals(plan, ExtendedJson.readBack(ExtendedJson.write(plan), Plan.class));
        }
    }

    private static Plan only(StageEvent event, Setting setting) {
        List<Plan> plans = of(event, setting);
        assertEquals(1, plans.size());
        return plans.getFirst();
    }

    private static List<Plan> of(StageEvent event, Setting setting) {
        return EvidenceOf.event(event, setting, occasion -> Level.OFF);
    }

    private static JsonNode summary(Map<String, Object> summary) {
        return ExtendedJson.node(summary);
    }
}
