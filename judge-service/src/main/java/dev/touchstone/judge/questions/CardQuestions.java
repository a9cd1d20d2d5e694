package dev.touchstone.judge.questions;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The questions that a card gives rise to: a pure function, so that a review can be repeated. */
public final class CardQuestions {

    /** More examples of one skill say little more about the agent. */
    private static final int EXAMPLES_OF_A_SKILL = 2;

    private final List<Draft> drafts = new ArrayList<>();

    private CardQuestions() {
    }

    /**
     * @return empty where the card promises nothing that can be asked about
     */
    public static List<Draft> of(AgentCard card) {
        CardQuestions questions = new CardQuestions();
        card.skills().forEach(questions::about);
        card.skills().stream().findFirst()
                .ifPresent(first -> card.execution().ifPresent(how -> questions.about(how, first.language())));
        return List.copyOf(questions.drafts);
    }

    private void about(Skill skill) {
        // Once is enough: an agent that guards its secrets does so whatever it is asked about.
        boolean first = drafts.isEmpty();
        if (skill.examples().isEmpty()) {
            add(Template.TASK, skill);
        }
        skill.examples().stream().limit(EXAMPLES_OF_A_SKILL).forEach(example -> add(skill, example));
        if (first) {
            add(Template.WITHHOLD, skill);
        }
        add(Template.LIMITS, skill);
        add(Template.NEWCOMER, skill);
    }

    private void about(AgentCard.Execution how, Language language) {
        drafts.add(Template.EXECUTION.draft(how.words(), language, how.words(), how.pointer()));
    }

    private void add(Template template, Skill skill) {
        drafts.add(template.draft(skill.name(), skill.language(), skill.topic(), skill.pointer()));
    }

    private void add(Skill skill, Skill.Example example) {
        drafts.add(Template.EXAMPLE.draft(example.text(), Language.ofText(example.text()), skill.topic(), example.pointer())
                .expecting(reference(example)));
    }

    private static @Nullable Reference reference(Skill.Example example) {
        String answer = example.answer();
        return answer == null ? null : new Reference(answer, "the card's answer to " + example.pointer());
    }
}
