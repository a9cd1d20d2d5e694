package dev.touchstone.judge.questions.found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.questions.Draft;
import dev.touchstone.judge.questions.Language;
import dev.touchstone.judge.questions.PlainText;
import dev.touchstone.judge.questions.Provenance;
import dev.touchstone.judge.questions.Recorded;
import dev.touchstone.judge.questions.Reference;

class FunctionalFindingsTest {

    private static final String DIGEST = "sha256:" + "f".repeat(64);
    private static final String HEADER = "{\"format\":\"touchstone-transcript/1\",\"stage\":\"functional\"}";
    private static final String SCENARIO = """
            {"scenario":{"id":"s","useCase":"Ask","turns":[{"question":"Why?","expected":"So.","aim":"answer"}]},\
            "transcript":{"turns":[{"heard":{"text":"Because.","cutFrom":null,"secrets":[],"toolCalls":[]}}]}}""";
    private static final String FAILED = "{\"scenarioId\":\"s\",\"verdict\":\"fail\",\"turns\":[{\"verdict\":\"fail\"}]}";

    @Test
    void whatCameOutComesFirstThenWhatWentWrongAndSomeOfWhatPassed() throws Unreadable {
        assertEquals(List.of("dialogue-en", "card-2", "suite/touchstone-basics/en-sum", "suite/touchstone-basics/en-calc"),
                golden().stream().map(draft -> draft.provenance().place()).toList());
    }

    @Test
    void theAnswerOfTheTranscriptIsJudgedAgainstTheExpectedOne() throws Unreadable {
        // When
        Draft question = golden().get(1);
        // Then
        assertEquals("キャンセルはいつまでできますか。", question.text());
        assertEquals(Language.JAPANESE, question.language());
        assertEquals(new Reference("出発の3日前までです。", "the expectation of scenario card-2"), question.reference());
        assertEquals(new Recorded("出発の前日までキャンセルできます。", "functional_transcript.jsonl, line 3, turn 1",
                List.of(), List.of(), Tokens.UNKNOWN), question.recorded());
        assertEquals(new Provenance(Provenance.Source.FUNCTIONAL, "scenario", "card-2", DIGEST), question.provenance());
    }

    @Test
    void aLaterTurnIsAskedWithWhatWasAskedBefore() throws Unreadable {
        // When
        Draft question = golden().getFirst();
        // Then
        assertEquals("Plan a trip of two days to Kyoto\n\nPlease shorten that answer to one sentence.", question.text());
        assertNull(question.reference());
        assertEquals("functional_transcript.jsonl, line 4, turn 2", recorded(question).from());
    }

    @Test
    void whatWasMaskedInAnAnswerIsToldButForDataOfPeople() throws Unreadable {
        assertEquals(List.of("pattern:secret_key"), recorded(golden().getFirst()).flags());
    }

    @Test
    void whatCameOutInAnEarlierTurnIsToldAsWell() throws Unreadable {
        // Given
        String transcript = """
                {"scenario":{"id":"s","useCase":"Ask","turns":[{"question":"Why?","expected":"So.","aim":"answer"},\
                {"question":"How?","expected":"Thus.","aim":"answer"}]},\
                "transcript":{"turns":[{"heard":{"text":"It is so.","cutFrom":null,"secrets":[{"code":"secret_key"}],"toolCalls":[]}},\
                {"heard":{"text":"No.","cutFrom":null,"secrets":[],"toolCalls":[]}}]}}""";
        String report = "{\"scenarioId\":\"s\",\"verdict\":\"fail\",\"turns\":[{\"verdict\":\"pass\"},{\"verdict\":\"fail\"}]}";
        // When
        Recorded recorded = recorded(drafts(report, transcript).getFirst());
        // Then
        assertEquals("No.", recorded.text());
        assertEquals(List.of("pattern:secret_key"), recorded.flags());
    }

    @Test
    void whereNobodyAnsweredTheAgentIsAskedAgain() throws Unreadable {
        // When
        Draft question = golden().get(3);
        // Then
        assertNull(question.recorded());
        assertEquals("144", Objects.requireNonNull(question.reference()).answer());
    }

    @Test
    void toolsAndTokensComeAlong() throws Unreadable {
        // Given
        String transcript = SCENARIO.replace("\"toolCalls\":[]",
                "\"toolCalls\":[{\"name\":\"find\",\"arguments\":\"{\\\"key\\\":\\\"sk-abcdefghijklmnopqrstuvwx\\\"}\"}],"
                        + "\"tokens\":{\"input\":7,\"output\":null}");
        // When
        Recorded recorded = recorded(drafts(FAILED, transcript).getFirst());
        // Then
        assertEquals("{\"key\":\"[masked:api_key]\"}", recorded.toolUses().getFirst().arguments());
        assertEquals(new Tokens(7L, null), recorded.tokens());
    }

    @Test
    void aSecretThatTheOtherStageDoesNotMaskIsMaskedHere() throws Unreadable {
        // When
        Recorded recorded = recorded(drafts(FAILED, SCENARIO.replace("Because.", "It is 123-45-6789.")).getFirst());
        // Then
        assertEquals("It is [masked:ssn].", recorded.text());
        assertEquals(List.of("pattern:ssn"), recorded.flags());
    }

    @Test
    void aCutAnswerSaysSo() throws Unreadable {
        assertEquals("Because.… [cut]",
                recorded(drafts(FAILED, SCENARIO.replace("\"cutFrom\":null", "\"cutFrom\":90000")).getFirst()).text());
    }

    @Test
    void textsAreShortAndHoldNothingInvisible() throws Unreadable {
        // Given
        String hostile = SCENARIO.replace("Why?", "Why\\u202e\\u0000\\nnow? " + "x".repeat(50_000));
        // When
        Draft question = drafts(FAILED, hostile).getFirst();
        // Then
        assertTrue(question.text().startsWith("Why \nnow? xxx"), question.text().substring(0, 20));
        assertEquals(PlainText.PASSAGE, question.text().length());
        assertEquals(PlainText.TOPIC, drafts(FAILED, SCENARIO.replace("So.", "y".repeat(50_000))).getFirst().topic().length());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "not json", "[]", "{}", "{\"scenarioId\":7,\"verdict\":\"fail\",\"turns\":[]}",
            "{\"scenarioId\":\"s\",\"verdict\":\"splendid\",\"turns\":[]}",
            "{\"scenarioId\":\"s\",\"verdict\":\"fail\",\"turns\":[{\"verdict\":1}]}",
            "{\"scenarioId\":\"other\",\"verdict\":\"fail\",\"turns\":[]}",
            "{\"scenarioId\":\"s\",\"verdict\":\"fail\",\"turns\":[{\"verdict\":\"pass\"},{\"verdict\":\"fail\"}]}" })
    void aReportThatIsNotAsAgreedIsUnreadable(String line) {
        assertThrows(Unreadable.class, () -> drafts(line, SCENARIO));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"scenario\":{},\"transcript\":{}}", "[[", "{\"scenario\":{\"id\":\"s\",\"id\":\"t\"}}",
            "{\"scenario\":{\"id\":\"s\",\"useCase\":null,\"turns\":[]},\"transcript\":{\"turns\":[]}}",
            "{\"scenario\":{\"id\":\"s\",\"useCase\":\"\",\"turns\":[7]},\"transcript\":{\"turns\":[]}}" })
    void aTranscriptThatIsNotAsAgreedIsUnreadable(String line) {
        assertThrows(Unreadable.class, () -> drafts(FAILED, line));
    }

    @Test
    void whatAnAgentBlowsUpIsUnreadableAndSaysNothingOfIt() {
        // Given
        List<String> blownUp = List.of(SCENARIO.replace("Because.", "x".repeat(FoundJson.LONGEST_TEXT + 1)),
                SCENARIO.replace("\"secrets\":[]", "\"secrets\":" + "[".repeat(10_000) + "]".repeat(10_000)),
                (SCENARIO + "\n").repeat(FoundJson.MOST_LINES));
        for (String transcript : blownUp) {
            // When
            Unreadable why = assertThrows(Unreadable.class, () -> drafts(FAILED, transcript));
            // Then
            assertFalse(String.valueOf(why.getMessage()).contains("xxx"), why.getMessage());
        }
    }

    @Test
    void aTranscriptOfAnotherStageIsUnreadable() {
        assertThrows(Unreadable.class,
                () -> Conversation.all(bytes(HEADER.replace("\"functional\"", "\"security\"") + "\n" + SCENARIO)));
    }

    private static List<Draft> golden() throws Unreadable {
        return FunctionalFindings.of(ScenarioVerdict.all(FoundFiles.report()), Conversation.all(FoundFiles.transcript()),
                DIGEST);
    }

    private static List<Draft> drafts(String report, String transcript) throws Unreadable {
        return FunctionalFindings.of(ScenarioVerdict.all(bytes(report + "\n")),
                Conversation.all(bytes(HEADER + "\n" + transcript)),
                DIGEST);
    }

    private static Recorded recorded(Draft draft) {
        return Objects.requireNonNull(draft.recorded());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
