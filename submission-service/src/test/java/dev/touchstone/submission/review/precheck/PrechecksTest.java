package dev.touchstone.submission.review.precheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.codec.EventJson;
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
    void theLargestCardMakesAnEventThatIsStillForPeople() {
        // Given as many skills and capabilities as a card may have, each as long as may be
        String skills = "{\"id\": \"%s\"}".formatted("技".repeat(200));
        String card = """
                {"serviceUrl": "http://agent.example/", "skills": [%s],
                 "translations": {"en": {"displayName": "A", "capabilities": [%s]}}}""".formatted(
                String.join(",", Collections.nCopies(100, skills)),
                String.join(",", Collections.nCopies(100, "\"" + "能".repeat(500) + "\"")));
        // When
        PrecheckReport report = Prechecks.report(Cards.json(card),
                Cards.json("{\"paths\": {\"/hotels\": {\"get\": {\"summary\": \"Finds hotels\"}}}}"), ANSWERS);
        Completed told = assertInstanceOf(Completed.class, CarryOutPrecheck.body(report, ANSWERS));
        // Then all are counted, and the first are told
        assertEquals(Double.valueOf(202), told.metrics().get("warnings"));
        assertEquals(51, told.warnings().size());
        assertEquals("and 152 more", told.warnings().getLast());
        int bytes = EventJson.mapper().valueToTree(told).toString().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 512 * 1024, () -> bytes + " bytes");
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
