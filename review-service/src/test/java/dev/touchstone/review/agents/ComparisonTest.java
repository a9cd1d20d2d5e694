package dev.touchstone.review.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Sight;
import dev.touchstone.review.agents.Comparison.Kind;
import dev.touchstone.review.agents.Comparison.Row;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({ "1, 2, MORE, BETTER", "2, 1, MORE, WORSE", "2, 1, LESS, BETTER", "1, 2, NEITHER, OTHER", "1, 1, MORE, SAME",
            "0, , MORE, UNKNOWN", ", 0, MORE, UNKNOWN", "NaN, 0, MORE, UNKNOWN" })
    void aChangeIsJudgedByWhichWayIsGoodAndWhatWasNotMeasuredIsNot(Double left, Double right, Change.Good good,
            Change expected) {
        assertEquals(expected, Change.between(left, right, good));
    }

    @Test
    void figuresOfTwoReviewsStandSideBySide() {
        // Given
        CaseView left = CaseView.of(new Reviews().passed(Stage.SECURITY, 1, 0.5).told());
        CaseView right = CaseView.of(new Reviews().passed(Stage.SECURITY, 1, 0.9).judgedManual().told());
        // When
        Comparison comparison = Comparison.of(left, right);
        // Then
        assertEquals(new Row(Kind.STAGE_SCORE, Stage.SECURITY, "", 0.5, 0.9, Change.BETTER), row(comparison, Kind.STAGE_SCORE));
        assertEquals(new Row(Kind.DURATION, Stage.SECURITY, "", 1.0, 1.0, Change.SAME), row(comparison, Kind.DURATION));
        assertEquals(new Row(Kind.TRUST, null, "", null, 71.5, Change.UNKNOWN), row(comparison, Kind.TRUST));
        assertEquals(List.of("security", "functional", "judge"), comparison.rows().stream()
                .filter(row -> row.kind() == Kind.COMPONENT).map(Row::name).toList(), "what neither measured is left out");
        assertEquals(1, comparison.count(Change.BETTER));
    }

    private static Row row(Comparison comparison, Kind kind) {
        return comparison.rows().stream().filter(row -> row.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void aBaselineIsToldToItsOwnOrganisationOnly() {
        // Given
        var agent = JsonNodeFactory.instance.objectNode().put("organizationId", "makers");
        agent.putObject("baseline").put("revision", "r1").put("setAt", "2026-01-01T00:00:00Z").putNull("trustScore");
        // When
        Baseline own = Baseline.of(agent, new Sight(false, "makers"));
        // Then
        assertEquals(new Baseline.Set("r1", null, "2026-01-01T00:00:00Z"), own);
        assertTrue(Baseline.of(agent, new Sight(false, "rivals")) instanceof Baseline.Unknown);
        assertTrue(Baseline.of(agent.putNull("baseline"), new Sight(true, "")) instanceof Baseline.None);
    }
}
