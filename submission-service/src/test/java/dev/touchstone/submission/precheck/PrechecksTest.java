package dev.touchstone.submission.precheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.submission.Cards;
import dev.touchstone.submission.SandboxRelay.Probing;
import dev.touchstone.submission.SandboxRelay.Reason;

class PrechecksTest {

    private static final Probing ANSWERS = new Probing(true, 405, null, 12L);
    private static final Probing SILENT = new Probing(false, null, new Reason("connect_failed", "connection refused"), 3L);

    @Test
    void aWholeCardWithAManifestThatMentionsItsSkillsHasFullMarks() {
        // When
        PrecheckReport report = Prechecks.report(Cards.json(Cards.A2A_1_0),
                Cards.json("{\"paths\": {\"/trips\": {\"post\": {\"operationId\": \"planTrip\"}}}}"), ANSWERS);
        // Then
        assertEquals(List.of(), report.warnings());
        assertEquals(1.0, report.score());
    }

    @Test
    void aSkillThatNoOperationMentionsIsAWarning() {
        // When
        PrecheckReport report = Prechecks.report(Cards.json(Cards.A2A_1_0),
                Cards.json("{\"paths\": {\"/hotels\": {\"get\": {\"summary\": \"Finds hotels\"}}}}"), ANSWERS);
        // Then
        assertEquals(List.of("No operation of the endpoint manifest mentions 'Plan a trip'."), report.warnings());
        assertEquals(List.of(), report.violations());
        assertTrue(report.score() < 1);
    }

    @Test
    void anEndpointThatCannotBeReachedIsAViolation() {
        // When
        PrecheckReport report = Prechecks.report(Cards.json(Cards.A2A_0_3), MissingNode.getInstance(), SILENT);
        // Then
        assertEquals(List.of("The endpoint is not reachable: connection refused"), report.violations());
    }

    @Test
    void aCardThatSaysLittleIsWarnedOf() {
        // When
        PrecheckReport report = Prechecks.report(Cards.json("{\"name\": \"A\", \"url\": \"http://agent.example/\"}"),
                MissingNode.getInstance(), ANSWERS);
        // Then
        assertEquals(4, report.warnings().size());
        assertEquals(Double.valueOf(4), report.metrics().get("warnings"));
    }
}
