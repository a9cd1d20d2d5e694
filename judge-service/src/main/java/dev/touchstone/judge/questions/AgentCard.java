package dev.touchstone.judge.questions;

import java.util.List;

/** What the judge reads of a card, of whatever kind it is. */
public record AgentCard(List<Skill> skills) {

    public AgentCard {
        skills = List.copyOf(skills);
    }
}
