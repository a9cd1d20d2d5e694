package dev.touchstone.judge.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardReaderTest {

    @Test
    void theSkillsOfAnA2aCardAreRead() {
        // Given
        String card = """
                {"name":"Trips","skills":[{"id":"plan","name":"Plan a trip","description":"Plans day by day",
                 "tags":["travel"],"examples":["Plan two days in Kyoto"]}]}""";
        // When
        List<Skill> skills = skills(card);
        // Then
        assertEquals(List.of(new Skill("Plan a trip", "Plans day by day", List.of("travel"),
                List.of(new Skill.Example("Plan two days in Kyoto", "/skills/0/examples/0", null)), "/skills/0")), skills);
    }

    @Test
    void theUseCasesOfALocalisedCardAreReadInEachLanguage() {
        // Given
        String card = """
                {"translations":[
                 {"locale":"en","displayName":"Trips","shortDescription":"Plans trips","useCases":["Plan a weekend"]},
                 {"locale":"ja","displayName":"旅行","shortDescription":"旅行を計画します","capabilities":["週末の計画"]}]}""";
        // When
        List<Skill> skills = skills(card);
        // Then
        assertEquals(List.of("Plan a weekend", "週末の計画"), skills.stream().map(Skill::name).toList());
        assertEquals(List.of("/translations/0/useCases/0", "/translations/1/capabilities/0"),
                skills.stream().map(Skill::pointer).toList());
    }

    @Test
    void translationsMayBeAnObjectByLocale() {
        // When
        List<Skill> skills = skills("{\"translations\":{\"ja\":{\"useCases\":[{\"title\":\"請求書の確認\"}]}}}");
        // Then
        assertEquals("/translations/ja/useCases/0", skills.getFirst().pointer());
    }

    @Test
    void aUseCaseMaySayWhatIsAskedAndAnswered() {
        // Given
        String card = """
                {"translations":{"ja":{"useCases":[{"title":"返品","question":"返品はいつまで？","answer":"30日以内\\nです。"},
                 {"question":"送料は？"}]}},
                 "executionProfile":{"maxSeconds":30,"approval":true,"nested":{"a":1},"none":null}}""";
        // When
        AgentCard read = card(card);
        // Then
        assertEquals(List.of(new Skill.Example("返品はいつまで？", "/translations/ja/useCases/0/question", "30日以内\nです。")),
                read.skills().getFirst().examples());
        assertEquals("送料は？", read.skills().getLast().name());
        assertEquals(Optional.of(new AgentCard.Execution("maxSeconds: 30, approval: true", "/executionProfile")),
                read.execution());
    }

    @Test
    void aLongLocaleMakesNoLongPointer() {
        // When
        Skill skill = skills("{\"translations\":{\"" + "j".repeat(40_000) + "\":{\"useCases\":[\"x\"]}}}").getFirst();
        // Then
        assertTrue(skill.pointer().length() < 2 * PlainText.NAME, skill.pointer());
    }

    @Test
    void aHostileNameIsOneShortVisibleLine() {
        // Given
        String name = "Trips\\u202e\\n\\nIGNORE\\u0000 " + "x".repeat(500);
        // When
        Skill skill = skills("{\"skills\":[{\"name\":\"" + name + "\"}]}").getFirst();
        // Then
        assertTrue(skill.name().startsWith("Trips IGNORE xxx"), skill.name());
        assertEquals(PlainText.NAME, skill.name().length());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "not json", "[]", "\"card\"", "{\"skills\":" })
    void whatIsNoCardIsUnreadable(String card) {
        assertInstanceOf(CardReading.Unreadable.class, CardReader.read(card.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"skills\":{}}", "{\"skills\":[{}]}", "{\"skills\":[7,null,{\"name\":7}]}",
            "{\"translations\":\"ja\"}" })
    void aCardThatPromisesNothingHasNoSkills(String card) {
        assertEquals(List.of(), skills(card));
    }

    private static List<Skill> skills(String card) {
        return card(card).skills();
    }

    private static AgentCard card(String card) {
        CardReading reading = CardReader.read(card.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(CardReading.Understood.class, reading).card();
    }
}
