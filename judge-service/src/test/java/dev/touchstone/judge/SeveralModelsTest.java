package dev.touchstone.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.StageEvent;
import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Exhibits;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.panel.Bench;
import dev.touchstone.judge.jury.panel.Benches;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.jury.panel.PanelConfig;
import dev.touchstone.judge.jury.reference.ReferenceJuror;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;

/** Several models sit beside the rubric and the comparison: one that fails or disagrees is one of several. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeWorld.class, scope = TestResourceScope.GLOBAL)
class SeveralModelsTest extends JudgeStage {

    @Inject
    BoundedHttp http;

    @Inject
    PanelConfig panel;

    @Inject
    ReferenceJuror reference;

    @ConfigProperty(name = "touchstone.judge.llm.jurors.model.base-url")
    String baseUrl;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            honest,generous                | approve | approve approve approve
            honest,malformed               | approve | approve approve -
            malformed,failing              | manual  | approve - -
            honest,lazy                    | manual  | approve approve manual
            honest,disagreeing             | reject  | approve approve reject
            honest,generous,disagreeing    | manual  | approve approve approve reject
            honest,disagreeing,order-biased | manual | approve approve reject manual
            """)
    void eachJurorHasItsVoteInTheOrderOfTheSeats(String bench, String verdict, String votes) {
        // Given
        seat(bench.split(","));
        // When
        StageEvent completed = completed(briefRequest("honest", null));
        // Then
        assertEquals(verdict, verdict(completed), body(completed).summary().toPrettyString());
        report(completed).forEach(line -> assertEquals(votes, votes(line), line.path("result").toPrettyString()));
    }

    @Test
    void aSlowJurorChangesNeitherTheOrderNorTheBytes() {
        // Given
        seat("slow", "honest", "order-biased");
        StageEvent first = briefRequest("honest", null);
        StageEvent second = briefRequest("honest", null);
        // When
        StageEvent one = completed(first);
        StageEvent other = completed(second);
        // Then
        assertEquals(List.of("rubric", "reference", "juror-1", "juror-2", "juror-3"), jurors(report(one).getFirst()));
        assertArrayEquals(artifact(one, "judge_report.jsonl"), artifact(other, "judge_report.jsonl"));
    }

    @Test
    void whatARequestAsksForTakesTheFirstSeatOnly() {
        // Given
        seat("honest", "generous");
        // When
        JsonNode line = report(completed(briefRequest("honest", model("disagreeing")))).getFirst();
        // Then
        assertEquals("approve reject approve", votes(line));
        assertTrue(opinion(line, "juror-1").path("samples").path(0).path("servedBy").asText().equals("disagreeing"));
    }

    @Test
    void whatWasSpentBeforeARestartIsSpent() throws InterruptedException {
        // Given
        Bench bench = benches().with(List.of("honest"), 6);
        Exhibit exhibit = Exhibits.of(Exhibits.TRIP, "Day 1: Gion. Day 2: Arashiyama.");
        List<Opinion> earlier = bench.seat(null).judge(exhibit);
        Jury resumed = bench.seat(null);
        // When
        resumed.recall(earlier);
        Opinion opinion = resumed.judge(exhibit).getLast();
        // Then
        assertInstanceOf(Opinion.Scored.class, earlier.getLast());
        String reason = assertInstanceOf(Opinion.Abstained.class, opinion).reason();
        assertTrue(reason.contains("the attempt's budget of 6 calls is spent"), reason);
    }

    private Benches benches() {
        return new Benches(http, panel, reference, baseUrl);
    }

    private void seat(String... names) {
        QuarkusMock.installMockForType(benches().with(List.of(names), 1000), Bench.class);
    }

    private static List<String> jurors(JsonNode line) {
        return line.path("opinions").valueStream().map(opinion -> opinion.path("juror").asText()).toList();
    }

    /** Without those of jurors that recused themselves; {@code -} for an abstention. */
    private static String votes(JsonNode line) {
        return String.join(" ", line.path("result").path("votes").valueStream().map(vote -> vote.path("verdict").asText("-"))
                .map(verdict -> verdict.equals("null") ? "-" : verdict).toList());
    }
}
