package dev.touchstone.judge.questions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads what a card promises, tolerantly: precheck has judged its form already. Understands the skills of A2A 1.0 and 0.3
 * and the use cases of a localised card, whose translations are an array or an object by locale.
 */
public final class CardReader {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private CardReader() {
    }

    public static CardReading read(byte[] card) {
        try {
            JsonNode json = JSON.readTree(card);
            return json.isObject() ? new CardReading.Understood(new AgentCard(skills(json)))
                    : new CardReading.Unreadable("The card is not a JSON object.");
        } catch (IOException notJson) {
            return new CardReading.Unreadable("The card is not JSON.");
        }
    }

    private static List<Skill> skills(JsonNode card) {
        List<Skill> skills = new ArrayList<>(entries(card.path("skills"), "/skills", ""));
        skills.addAll(entries(card.path("useCases"), "/useCases", ""));
        JsonNode translations = card.path("translations");
        for (int i = 0; translations.isArray() && i < translations.size(); i++) {
            skills.addAll(translated(translations.get(i), "/translations/" + i));
        }
        for (Map.Entry<String, JsonNode> locale : translations.properties()) {
            skills.addAll(translated(locale.getValue(), "/translations/" + segment(locale.getKey())));
        }
        return skills;
    }

    /** Use cases say more than capabilities, which are often single words. */
    private static List<Skill> translated(JsonNode translation, String pointer) {
        String about = CardText.of(translation.path("shortDescription"), CardText.SENTENCES);
        List<Skill> useCases = entries(translation.path("useCases"), pointer + "/useCases", about);
        return useCases.isEmpty() ? entries(translation.path("capabilities"), pointer + "/capabilities", about) : useCases;
    }

    private static List<Skill> entries(JsonNode array, String pointer, String about) {
        List<Skill> skills = new ArrayList<>();
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            Skill skill = skill(array.get(i), pointer + "/" + i, about);
            if (!skill.name().isEmpty()) {
                skills.add(skill);
            }
        }
        return skills;
    }

    private static Skill skill(JsonNode entry, String pointer, String about) {
        if (entry.isTextual()) {
            return new Skill(CardText.of(entry, CardText.NAME), about, List.of(), List.of(), pointer);
        }
        String description = CardText.of(entry.path("description"), CardText.SENTENCES);
        return new Skill(name(entry), description.isEmpty() ? about : description, tags(entry.path("tags")),
                examples(entry.path("examples"), pointer + "/examples"), pointer);
    }

    private static String name(JsonNode entry) {
        for (String member : List.of("name", "title", "displayName", "id")) {
            String name = CardText.of(entry.path(member), CardText.NAME);
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    private static List<String> tags(JsonNode array) {
        return array.valueStream().map(tag -> CardText.of(tag, CardText.NAME)).filter(tag -> !tag.isEmpty()).toList();
    }

    private static List<Skill.Example> examples(JsonNode array, String pointer) {
        List<Skill.Example> examples = new ArrayList<>();
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            String text = CardText.of(array.get(i), CardText.SENTENCES);
            if (!text.isEmpty()) {
                examples.add(new Skill.Example(text, pointer + "/" + i));
            }
        }
        return examples;
    }

    /** A member's name as a segment of a JSON pointer (RFC 6901), short and without what must not be seen in a report. */
    private static String segment(String name) {
        return CardText.cut(name, CardText.NAME).replaceAll("[^A-Za-z0-9_~/-]", "?").replace("~", "~0").replace("/", "~1");
    }
}
