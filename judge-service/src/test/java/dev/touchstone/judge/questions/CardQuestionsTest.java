package dev.touchstone.judge.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CardQuestionsTest {

    private static final Skill PLAN = new Skill("Plan a trip", "Plans day by day", List.of("travel"),
            List.of(new Skill.Example("Plan two days in Kyoto", "/skills/0/examples/0", null)), "/skills/0");
    private static final Skill JAPANESE = new Skill("旅行の計画", "", List.of(), List.of(), "/skills/1");

    @Test
    void aSkillIsAskedAboutFromEachPerspective() {
        // When
        List<Question> questions = questions(12, PLAN);
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
        List<Question> questions = questions(12, JAPANESE);
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
        List<Question> questions = questions(9, many.toArray(Skill[]::new));
        // Then
        assertEquals(9, questions.size());
        assertTrue(questions.stream().collect(Collectors.groupingBy(Question::perspective, Collectors.counting())).values()
                .stream().allMatch(count -> count == 3));
    }

    @Test
    void theSameSkillTwiceIsAskedAboutOnce() {
        assertEquals(questions(12, PLAN), questions(12, PLAN, PLAN));
    }

    @Test
    void theIdsAreUnique() {
        // When
        List<Question> questions = questions(12, PLAN, JAPANESE, PLAN);
        // Then
        assertEquals(questions.size(), questions.stream().map(Question::id).distinct().count());
    }

    @Test
    void whatACardSaysAtLengthIsCut() {
        // Given
        List<String> tags = Collections.nCopies(10_000, "travel".repeat(20));
        List<Skill.Example> examples = Collections.nCopies(10_000,
                new Skill.Example("旅".repeat(400), "/skills/0/examples/0", null));
        Skill endless = new Skill("Plan a trip", "d".repeat(400), tags, examples, "/skills/0");
        // When
        List<Question> questions = questions(12, endless);
        // Then
        assertTrue(questions.stream().allMatch(question -> question.topic().length() == PlainText.TOPIC));
        assertTrue(questions.stream().allMatch(question -> question.text().length() <= 2 * PlainText.SENTENCES));
    }

    @Test
    void aCardWithoutSkillsGivesNoQuestions() {
        assertEquals(List.of(), questions(12));
    }

    @Test
    void anAnswerThatTheCardGivesIsKnownToBeRight() {
        // Given
        Skill faq = new Skill("返品", "", List.of(),
                List.of(new Skill.Example("返品はいつまでですか。", "/useCases/0/question", "30日以内です。")),
                "/useCases/0");
        // When
        Question question = questions(12, faq).getFirst();
        // Then
        assertEquals(new Reference("30日以内です。", "the card's answer to /useCases/0/question"), question.reference());
        assertEquals(Language.JAPANESE, question.language());
        assertNull(questions(12, PLAN).getFirst().reference());
    }

    @Test
    void whatACardSaysOfHowItIsRunIsAskedAboutOnce() {
        // Given
        AgentCard card = new AgentCard(List.of(JAPANESE, PLAN),
                Optional.of(new AgentCard.Execution("maxSeconds: 30", "/executionProfile")));
        // When
        List<Draft> drafts = CardQuestions.of(card).stream().filter(draft -> draft.text().contains("maxSeconds: 30")).toList();
        // Then
        assertEquals(List.of("/executionProfile"), drafts.stream().map(draft -> draft.provenance().place()).toList());
        assertEquals(Language.JAPANESE, drafts.getFirst().language());
    }

    private static List<Question> questions(int limit, Skill... skills) {
        return Mix.of(CardQuestions.of(new AgentCard(List.of(skills), Optional.empty())), limit);
    }
}
