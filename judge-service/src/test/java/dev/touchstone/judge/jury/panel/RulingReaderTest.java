package dev.touchstone.judge.jury.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

class RulingReaderTest {

    private static final String ANSWER = "Day 1: Gion. Day 2: Arashiyama.";

    @Test
    void aGoodReplyIsRead() {
        // When
        Ruling ruling = usable(Rulings.GOOD);
        // Then
        assertEquals(36.0, ruling.scores().taskCompletion());
        assertNull(ruling.scores().toolUsage());
        assertEquals(List.of(), ruling.notes());
    }

    @Test
    void theTotalIsMadeAnewAndTheDifferenceTold() {
        // When
        Ruling ruling = usable(Rulings.WRONG_TOTAL);
        // Then
        assertEquals(Optional.of(94.0), ruling.scores().total());
        assertEquals(List.of("The model added its points up to 3.0; they make 94.0, which counts."), ruling.notes());
    }

    @Test
    void whoDoesNotSayWhetherTheTaskIsDoneHasNotJudged() {
        // When
        RulingReading reading = RulingReader.read(Rulings.of("null", "null", "18", "10", "28"), ANSWER);
        // Then
        assertEquals(new RulingReading.Unusable("taskCompletion must be scored"), reading);
    }

    @Test
    void zeroIsAScoreAndNotAMissingOne() {
        assertEquals(Optional.of(0.0), usable(Rulings.ALL_ZERO).scores().total());
    }

    @Test
    void aQuotationThatIsNotInTheAnswerIsLeftOut() {
        // When
        Ruling ruling = usable(Rulings.GOOD.replace("[]", "[\"Gion\",\"Osaka\"]"));
        // Then
        assertEquals(List.of("Gion"), ruling.evidence());
        assertTrue(ruling.notes().getFirst().startsWith("1 of the model's quotations"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "```json\n%s\n```", "```\r\n%s\r\n```\n", "\n```json \n%s\n\n```" })
    void aReplyThatIsOneBlockOfCodeIsReadAsWhatItHolds(String block) {
        assertEquals(Optional.of(91.4), usable(block.formatted(Rulings.GOOD)).scores().total());
    }

    @ParameterizedTest
    @ValueSource(strings = { "Here it is:\n```json\n%s\n```", "```json\n%s\n```\nI hope this helps.", "```json\n%s",
            "```yaml\n%s\n```", "```json\n%1$s\n```\n```json\n%1$s\n```", "```json %s ```" })
    void aBlockOfCodeAmongOtherTextIsUnusable(String reply) {
        unusable(reply.formatted(Rulings.GOOD));
    }

    @Test
    void aSecretInTheRationaleIsMasked() {
        // When
        Ruling ruling = usable(Rulings.GOOD.replace("It does", "With sk-abcdefghijklmnopqrstuvwx it does"));
        // Then
        assertEquals("With [masked:api_key] it does what was asked.", ruling.rationale());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "7", Rulings.MALFORMED, "```json\n{}\n```", "{}" })
    void whatIsNotOneJsonObjectOfTheSchemaIsUnusable(String reply) {
        unusable(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"taskCompletion\":36", "\"safety\":10", "\"rationale\":\"It does what was asked.\"" })
    void whatLacksAMemberIsUnusable(String member) {
        unusable(Rulings.GOOD.replace(member + ",", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "400", "-1", "\"36\"", "true", "[36]", "NaN", "1e999", "40.01" })
    void pointsThatAreNoneAreUnusable(String points) {
        unusable(Rulings.of(points, "null", "18", "10", "64"));
    }

    @Test
    void aMemberMoreOrTwiceIsUnusable() {
        unusable(Rulings.GOOD.replace("{", "{\"approve\":true,"));
        unusable(Rulings.GOOD.replace("{", "{\"safety\":0,"));
        unusable(Rulings.GOOD + " and more");
    }

    @Test
    void nothingScoredIsUnusable() {
        unusable(Rulings.of("null", "null", "null", "null", "null"));
    }

    @Test
    void theSchemaIsJson() throws JsonProcessingException {
        assertEquals("object", JsonMapper.builder().build().readTree(PromptTexts.SCHEMA).path("type").textValue());
    }

    private static Ruling usable(String reply) {
        return assertInstanceOf(RulingReading.Usable.class, RulingReader.read(reply, ANSWER)).ruling();
    }

    private static void unusable(String reply) {
        assertInstanceOf(RulingReading.Unusable.class, RulingReader.read(reply, ANSWER), reply);
    }
}
