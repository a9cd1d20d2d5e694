package dev.touchstone.judge.questions;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the card promises: a skill of an A2A card or a use case of a localised one.
 *
 * @param name cleaned, never blank
 * @param examples requests that the agent's maker gives as examples
 * @param pointer JSON pointer of its place in the card
 */
public record Skill(String name, String description, List<String> tags, List<Example> examples, String pointer) {

    private static final int MOST_OF_A_KIND = 50;

    /**
     * @param pointer JSON pointer of its place in the card
     * @param answer that the card gives to it, null where it gives none
     */
    public record Example(String text, String pointer, @Nullable String answer) {
    }

    public Skill {
        tags = List.copyOf(tags);
        examples = List.copyOf(examples);
    }

    Language language() {
        return Language.ofText(name);
    }

    /** What the card says about it, for comparing an answer with: kept with each question, so of a bounded length. */
    public String topic() {
        Stream<String> texts = examples.stream().limit(MOST_OF_A_KIND).map(Example::text);
        return PlainText.cut(
                String.join(" ", name, description, String.join(" ", tags.stream().limit(MOST_OF_A_KIND).toList()),
                        String.join(" ", texts.toList())),
                PlainText.TOPIC);
    }
}
