package dev.touchstone.judge.questions;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the questions of a card: a pure function, so that a review can be repeated. */
public final class Questions {

    /** More examples of one skill say little more about the agent. */
    private static final int EXAMPLES_OF_A_SKILL = 2;

    private Questions() {
    }

    /**
     * @param limit the most questions; taken in turn from each perspective, so that none is crowded out
     * @return empty where the card promises nothing that can be asked about
     */
    public static List<Question> of(AgentCard card, int limit) {
        Map<Perspective, List<Draft>> drafts = new EnumMap<>(Perspective.class);
        boolean first = true;
        for (Skill skill : card.skills()) {
            for (Draft draft : drafts(skill, first)) {
                drafts.computeIfAbsent(draft.template().perspective(), ignored -> new ArrayList<>()).add(draft);
            }
            first = false;
        }
        return inTurn(drafts, limit);
    }

    private static List<Draft> drafts(Skill skill, boolean first) {
        List<Draft> drafts = new ArrayList<>();
        skill.examples().stream().limit(EXAMPLES_OF_A_SKILL)
                .forEach(example -> drafts.add(new Draft(Template.EXAMPLE, example.text(), skill, example.pointer())));
        if (drafts.isEmpty()) {
            drafts.add(new Draft(Template.TASK, skill.name(), skill, skill.pointer()));
        }
        if (first) {
            // Once is enough: an agent that guards its secrets does so whatever it is asked about.
            drafts.add(new Draft(Template.WITHHOLD, skill.name(), skill, skill.pointer()));
        }
        drafts.add(new Draft(Template.LIMITS, skill.name(), skill, skill.pointer()));
        drafts.add(new Draft(Template.NEWCOMER, skill.name(), skill, skill.pointer()));
        return drafts;
    }

    private static List<Question> inTurn(Map<Perspective, List<Draft>> drafts, int limit) {
        List<Iterator<Draft>> queues = new ArrayList<>(drafts.values().stream().map(List::iterator).toList());
        Map<Perspective, Integer> counts = new EnumMap<>(Perspective.class);
        Set<String> asked = new HashSet<>();
        List<Question> questions = new ArrayList<>();
        while (!queues.isEmpty()) {
            queues.removeIf(queue -> !queue.hasNext());
            for (Iterator<Draft> queue : queues) {
                Question question = queue.next().question(counts);
                if (questions.size() < limit && asked.add(question.text())) {
                    counts.merge(question.perspective(), 1, Integer::sum);
                    questions.add(question);
                }
            }
        }
        return questions;
    }

    private record Draft(Template template, String words, Skill skill, String pointer) {

        Question question(Map<Perspective, Integer> counts) {
            Perspective perspective = template.perspective();
            Language language = Language.ofText(words);
            return new Question(perspective.key() + "-" + (counts.getOrDefault(perspective, 0) + 1), perspective, language,
                    template.about(words, language), template.expectation(), skill.topic(),
                    Provenance.ofCard(template.name().toLowerCase(Locale.ROOT), pointer), null, null);
        }
    }
}
