package dev.touchstone.sandbox.attempt;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.suite.Language;

/** How the texts of a card are read, and what it says of itself. All of it is hostile. */
public final class CardText {

    public static final int LONGEST_QUESTION = 2_000;
    public static final int LONGEST_TEXT = 1_000;

    private CardText() {
    }

    /** Control characters have no business in a question. */
    public static String text(JsonNode node, int longest) {
        String text = node.asText("").replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip();
        return text.substring(0, Math.min(text.length(), longest));
    }

    /** A store's card has its texts by locale, either in an object or in an array. */
    public static List<JsonNode> translations(JsonNode card) {
        List<JsonNode> translations = new ArrayList<>();
        card.path("translations").forEach(translations::add);
        return translations;
    }

    /** What a scenario of a suite may be tagged with to concern this agent: tags, ids and names of the skills. */
    public static Set<String> subjects(JsonNode card) {
        Set<String> subjects = new HashSet<>();
        for (JsonNode skill : card.path("skills")) {
            Stream.of(skill.path("id"), skill.path("name")).forEach(each -> subjects.add(subject(each.asText())));
            skill.path("tags").forEach(tag -> subjects.add(subject(tag.asText())));
        }
        subjects.remove("");
        return subjects;
    }

    public static String subject(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }

    /**
     * The languages that the agent is asked in: those that the card declares, else those that its skills and use cases are
     * written in. Empty if there are none of ours.
     */
    public static Set<Language> languages(JsonNode card) {
        Set<Language> declared = declared(card);
        return declared.isEmpty() ? written(card) : declared;
    }

    private static Set<Language> declared(JsonNode card) {
        List<String> tags = new ArrayList<>();
        for (String member : List.of("languages", "supportedLanguages", "locales")) {
            card.path(member).forEach(each -> tags.add(each.asText()));
        }
        card.path("translations").fieldNames().forEachRemaining(tags::add);
        translations(card).forEach(each -> tags.add(each.path("locale").asText()));
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (Language language : Language.values()) {
            if (tags.stream().anyMatch(tag -> tag.toLowerCase(Locale.ROOT).matches(language.key() + "(?:[-_].*)?"))) {
                languages.add(language);
            }
        }
        return languages;
    }

    /** Examples say how the agent is spoken to; where there are none, what is said of the skill has to do. */
    private static Set<Language> written(JsonNode card) {
        Set<Language> examples = EnumSet.noneOf(Language.class);
        Set<Language> descriptions = EnumSet.noneOf(Language.class);
        for (JsonNode skill : card.path("skills")) {
            skill.path("examples").forEach(example -> add(examples, example));
            Stream.of("name", "description").forEach(member -> add(descriptions, skill.path(member)));
        }
        return examples.isEmpty() ? descriptions : examples;
    }

    private static void add(Set<Language> languages, JsonNode text) {
        if (!text.asText("").isBlank()) {
            languages.add(Language.ofText(text.asText()));
        }
    }
}
