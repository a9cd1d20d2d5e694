package dev.touchstone.review.pages.desk;

import java.util.List;

import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.submission.Step;

/**
 * What can be run again.
 *
 * @param steps empty where nothing can, or not by the page's reader
 * @param presets LLM settings to choose from
 * @param seen which attempts the reader sees, to be sent with the wish
 */
public record Again(List<Step> steps, List<Preset> presets, Offer offer, String seen) {

    /** By the names that the API has for them. */
    public List<String> providers() {
        return List.of("openai-compatible", "anthropic", "gemini");
    }

    /**
     * LLM settings that somebody named already.
     *
     * @param value what the form sends for it
     * @param words the settings in one line
     */
    public record Preset(From from, String value, Shown words) {
    }

    /** Who named settings. */
    public enum From {
        SUBMITTER,
        OPERATOR
    }

    /**
     * Which LLMs the judge may be asked for.
     *
     * @param known false where nobody could be asked; the rest is empty then
     * @param jurors what judges where nobody asks for anything, each in one line
     * @param models suggestions
     * @param addresses all that the operator allows
     * @param anyModel whether others than the suggested may be named
     */
    public record Offer(boolean known, List<Shown> jurors, List<Shown> models, List<Shown> addresses, boolean anyModel) {
    }
}
