package dev.touchstone.judge.questions;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the judge reads of a card, of whatever kind it is.
 *
 * @param execution what a store's card says of how the agent is run; empty where it says nothing
 */
public record AgentCard(List<Skill> skills, Optional<Execution> execution) {

    public AgentCard {
        skills = List.copyOf(skills);
    }

    /**
     * How the agent is run, as its maker describes it.
     *
     * @param words name and value of each setting, on one line
     * @param pointer JSON pointer of its place in the card
     */
    public record Execution(String words, String pointer) {
    }

    /** In which the card speaks of its skills; what else is asked is asked in these. */
    public Set<Language> languages() {
        EnumSet<Language> languages = EnumSet.noneOf(Language.class);
        skills.forEach(skill -> languages.add(skill.language()));
        return Collections.unmodifiableSet(languages);
    }

    /** The first skill that the card speaks of in this language. */
    public Optional<Skill> skillIn(Language language) {
        return skills.stream().filter(skill -> skill.language() == language).findFirst();
    }
}
