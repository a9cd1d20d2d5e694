package dev.touchstone.judge.questions;

import java.util.List;

/**
 * One thing that the card promises: a skill of an A2A card or a use case of a localised one.
 *
 * @param name cleaned, never blank
 * @param examples requests that the agent's maker gives as examples
 * @param pointer JSON pointer of its place in the card
 */
public record Skill(String name, String description, List<String> tags, List<Example> examples, String pointer) {

    /**
     * @param pointer JSON pointer of its place in the card
     */
    public record Example(String text, String pointer) {
    }

    public Skill {
        tags = List.copyOf(tags);
        examples = List.copyOf(examples);
    }

    /** All that the card says about it, for comparing an answer with. */
    public String topic() {
        return String.join(" ", name, description, String.join(" ", tags),
                String.join(" ", examples.stream().map(Example::text).toList()));
    }
}
