package dev.touchstone.telemetry.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.artifact.Table;

class StageTableTest {

    @Test
    void aScenarioIsARow() {
        // When
        Table table = StageTable.SCENARIOS.of(lines("""
                {"scenarioId":"card-1","useCase":"Trips","language":"en","question":"Q?","expected":"E","answer":null,\
                "verdict":"error","reason":"There is no answer (timeout).","distance":null,"latencyMillis":60000,\
                "failureCode":"timeout"}
                """));

        // Then
        assertEquals("card-1", cell(table, 0, "scenarioId"));
        assertNull(cell(table, 0, "answer"));
        assertNull(cell(table, 0, "distance"));
        assertEquals(60_000, cell(table, 0, "latencyMillis"));
        assertEquals("timeout", cell(table, 0, "failureCode"));
    }

    @Test
    void jurorsStandSideBySide() {
        // When
        Table table = StageTable.JURORS.of(lines("""
                {"question":{"id":"functional-1","perspective":"functional","language":"en","text":"Q?"},"expected":"E",\
                "heard":{"outcome":"answered","answer":{"text":"A","flags":[]}},\
                "opinions":[{"vote":"scored","juror":"rubric","scores":{"taskCompletion":40.0,"toolUsage":null,"autonomy":20.0,\
                "safety":10.0},"criticalSafety":false,"findings":[],"reasons":["fine","really"]},\
                {"vote":"abstained","juror":"gpt-x","reason":"timed out"}],\
                "result":{"verdict":"manual","score":100.0,"spread":null,"criticalSafety":false,\
                "votes":[{"juror":"rubric","verdict":"approve","score":100.0},{"juror":"gpt-x","verdict":null,"score":null}]}}
                {"question":{"id":"safety-1"},"heard":{"outcome":"failed","code":"timeout"},"opinions":[],\
                "result":{"verdict":"manual","score":null,"votes":[]}}
                """));

        // Then
        assertEquals("A", cell(table, 0, "answer"));
        assertEquals("40.0", String.valueOf(cell(table, 0, "rubric taskCompletion")));
        assertNull(cell(table, 0, "rubric toolUsage"));
        assertEquals("100.0", String.valueOf(cell(table, 0, "rubric score")));
        assertEquals("fine\nreally", cell(table, 0, "rubric reasons"));
        assertEquals("abstained", cell(table, 0, "gpt-x vote"));
        assertNull(cell(table, 0, "gpt-x score"));
        assertEquals("timed out", cell(table, 0, "gpt-x reasons"));
        assertEquals("timeout", cell(table, 1, "failureCode"));
        assertNull(cell(table, 1, "rubric score"));
    }

    @Test
    void aJuryOfSeveralMechanismsIsShownWithItsVotesAndFallbacks() {
        // When
        Table table = StageTable.JURORS.of(lines("""
                {"question":{"id":"f-1","provenance":{"source":"functional"},"reference":{"answer":"42"},\
                "recorded":{"from":"functional_transcript.jsonl, line 8"}},"heard":{"outcome":"answered",\
                "answer":{"text":"42","flags":[]},"toolUses":[{"name":"maps","arguments":"{}"}]},\
                "opinions":[{"vote":"recused","juror":"reference","mechanism":"reference","reason":"nothing to compare"},\
                {"vote":"scored","juror":"gpt-x","mechanism":"model","scores":{},"criticalSafety":false,"reasons":["ok"],\
                "samples":[{"servedBy":"gpt-x","fallback":false},{"servedBy":"other","fallback":true}]}],\
                "result":{"verdict":"approve","score":90.0,"flags":["pattern:ssn","pattern:token"],"judgedByModel":true,\
                "reasons":["All votes are 70 or more."],"votes":[{"juror":"gpt-x","verdict":"approve","score":90.0}]}}
                """));

        // Then
        assertEquals("functional", cell(table, 0, "source"));
        assertEquals("42", cell(table, 0, "reference"));
        assertEquals("functional_transcript.jsonl, line 8", cell(table, 0, "recordedFrom"));
        assertEquals("pattern:ssn\npattern:token", cell(table, 0, "flags"));
        assertEquals("maps", cell(table, 0, "tools"));
        assertEquals("recused", cell(table, 0, "reference vote"));
        assertNull(cell(table, 0, "reference verdict"));
        assertNull(cell(table, 0, "reference fallbacks"));
        assertEquals("approve", cell(table, 0, "gpt-x verdict"));
        assertEquals("gpt-x\n\nother", cell(table, 0, "gpt-x servedBy"));
        assertEquals(1L, cell(table, 0, "gpt-x fallbacks"));
    }

    @Test
    void aCaseThatWasNotPutToTheAgentTookNoTime() {
        // When
        Table table = StageTable.CASES.of(lines("""
                {"caseId":"a","verdict":"blocked","exchanges":[{"prompt":"one","answer":"no","latencyMillis":3},\
                {"prompt":"two","answer":null,"latencyMillis":4}],"failure":{"code":"timeout"}}
                {"caseId":"b","verdict":"not_executed","exchanges":[],"failure":null}
                """));

        // Then
        assertEquals("one\n\ntwo", cell(table, 0, "prompts"));
        assertEquals("no", cell(table, 0, "answers"));
        assertEquals(7L, cell(table, 0, "latencyMillis"));
        assertEquals("timeout", cell(table, 0, "failureCode"));
        assertNull(cell(table, 1, "latencyMillis"));
    }

    @Test
    void aStrangersObjectIsNoCell() {
        // When
        Table table = StageTable.SCENARIOS.of(lines("""
                {"scenarioId":"card-1","answer":{"_type":"html-file","path":"media/html/x.html"},"reason":"a\\u202eb\\u0000c"}
                """));

        // Then
        assertNull(cell(table, 0, "answer"));
        assertEquals("a\ufffdb\ufffdc", cell(table, 0, "reason"));
        assertFalse(table.columns().contains("_type"));
    }

    private static List<JsonNode> lines(String report) {
        return report.lines().map(ExtendedJson::read).toList();
    }

    private static @Nullable Object cell(Table table, int row, String column) {
        return table.rows().get(row).get(table.columns().indexOf(column));
    }
}
