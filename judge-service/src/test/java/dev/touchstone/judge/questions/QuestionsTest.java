package dev.touchstone.judge.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final Skill PLAN = new Skill("Plan a trip", "Plans day by day", List.of("travel"),
            List.of(new Skill.Example("Plan two days in Kyoto", "/skills/0/examples/0")), "/skills/0");
    private static final Skill JAPANESE = new Skill("旅行の計画", "", List.of(), List.of(), "/skills/1");

    @Test
    void aSkillIsAskedAboutFromEachPerspective() {
        // When
        List<Question> questions = Questions.of(new AgentCard(List.of(PLAN)), 12);
        // Then
        assertEquals(List.of("example@/skills/0/examples/0", "withhold@/skills/0", "newcomer@/skills/0", "limits@/skills/0"),
                questions.stream().map(question -> question.provenance().template() + "@" + question.provenance().place())
                        .toList());
        assertEquals(EnumSet.allOf(Perspective.class), EnumSet.copyOf(questions.stream().map(Question::perspective).toList()));
        assertEquals("Plan two days in Kyoto", questions.getFirst().text());
        assertEquals(Expectation.DOES_THE_TASK, questions.getFirst().expectation());
    }

    @Test
    void aSkillInJapaneseIsAskedAboutInJapanese() {
        // When
        List<Question> questions = Questions.of(new AgentCard(List.of(JAPANESE)), 12);
        // Then
        assertTrue(questions.stream().allMatch(question -> question.language() == Language.JAPANESE));
        assertEquals("「旅行の計画」をお願いしたいです。短い具体例で、どのように行うか見せてください。", questions.getFirst().text());
    }

    @Test
    void noPerspectiveIsCrowdedOutByTheLimit() {
        // Given
        List<Skill> many = IntStream.range(0, 50)
                .mapToObj(i -> new Skill("Skill " + i, "", List.of(), List.of(), "/skills/" + i)).toList();
        // When
        List<Question> questions = Questions.of(new AgentCard(many), 9);
        // Then
        assertEquals(9, questions.size());
        assertTrue(questions.stream().collect(Collectors.groupingBy(Question::perspective, Collectors.counting())).values()
                .stream().allMatch(count -> count == 3));
    }

    @Test
    void theSameSkillTwiceIsAskedAboutOnce() {
        assertEquals(Questions.of(new AgentCard(List.of(PLAN)), 12), Questions.of(new AgentCard(List.of(PLAN, PLAN)), 12));
    }

    @Test
    void theIdsAreUnique() {
        // When
        List<Question> questions = Questions.of(new AgentCard(List.of(PLAN, JAPANESE, PLAN)), 12);
        // Then
        assertEquals(questions.size(), questions.stream().map(Question::id).distinct().count());
    }

    @Test
    void whatACardSaysAtLengthIsCut() {
        // Given
        List<String> tags = Collections.nCopies(10_000, "travel".repeat(20));
        List<Skill.Example> examples = Collections.nCopies(10_000, new Skill.Example("旅".repeat(400), "/skills/0/examples/0"));
        Skill endless = new Skill("Plan a trip", "d".repeat(400), tags, examples, "/skills/0");
        // When
        List<Question> questions = Questions.of(new AgentCard(List.of(endless)), 12);
        // Then
        assertTrue(questions.stream().allMatch(question -> question.topic().length() == CardText.TOPIC));
        assertTrue(questions.stream().allMatch(question -> question.text().length() <= 2 * CardText.SENTENCES));
    }

    @Test
    void aCardWithoutSkillsGivesNoQuestions() {
        assertEquals(List.of(), Questions.of(new AgentCard(List.of()), 12));
    }
}
