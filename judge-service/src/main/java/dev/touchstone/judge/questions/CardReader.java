package dev.touchstone.judge.questions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads what a card promises, tolerantly: precheck has judged its form already. Understands the skills of A2A 1.0 and 0.3,
 * which are alike, and a localised card's use cases, whose translations are an array or an object by locale, and its execution
 * profile.
 */
public final class CardReader {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final List<String> NAMES = List.of("name", "title", "displayName", "useCase", "id", "question");
    /** Of an execution profile, whose members are the store's affair. */
    private static final int MOST_SETTINGS = 12;

    private CardReader() {
    }

    public static CardReading read(byte[] card) {
        try {
            JsonNode json = JSON.readTree(card);
            return json.isObject()
                    ? new CardReading.Understood(new AgentCard(skills(json), execution(json.path("executionProfile"))))
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
            skills.addAll(translated(locale.getValue(), "/translations/" + PlainText.segment(locale.getKey())));
        }
        return skills;
    }

    /** Use cases say more than capabilities, which are often single words. */
    private static List<Skill> translated(JsonNode translation, String pointer) {
        String about = PlainText.line(translation.path("shortDescription"), PlainText.SENTENCES);
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
            return new Skill(PlainText.line(entry, PlainText.NAME), about, List.of(), List.of(), pointer);
        }
        String description = PlainText.line(entry.path("description"), PlainText.SENTENCES);
        List<Skill.Example> examples = new ArrayList<>(question(entry, pointer));
        examples.addAll(examples(entry.path("examples"), pointer + "/examples"));
        return new Skill(name(entry), description.isEmpty() ? about : description, tags(entry.path("tags")), examples, pointer);
    }

    private static String name(JsonNode entry) {
        for (String member : NAMES) {
            String name = PlainText.line(entry.path(member), PlainText.NAME);
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    private static List<String> tags(JsonNode array) {
        return array.valueStream().map(tag -> PlainText.line(tag, PlainText.NAME)).filter(tag -> !tag.isEmpty()).toList();
    }

    /** A use case may say how it is asked about, and what is then answered. */
    private static List<Skill.Example> question(JsonNode useCase, String pointer) {
        String question = PlainText.lines(useCase.path("question"), PlainText.TOPIC);
        String answer = PlainText.lines(useCase.path("answer"), PlainText.PASSAGE);
        return question.isEmpty() ? List.of()
                : List.of(new Skill.Example(question, pointer + "/question", answer.isEmpty() ? null : answer));
    }

    private static List<Skill.Example> examples(JsonNode array, String pointer) {
        List<Skill.Example> examples = new ArrayList<>();
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            String text = PlainText.line(array.get(i), PlainText.SENTENCES);
            if (!text.isEmpty()) {
                examples.add(new Skill.Example(text, pointer + "/" + i, null));
            }
        }
        return examples;
    }

    private static Optional<AgentCard.Execution> execution(JsonNode profile) {
        String words = profile.properties().stream().filter(setting -> setting.getValue().isValueNode())
                .filter(setting -> !setting.getValue().isNull()).limit(MOST_SETTINGS)
                .map(setting -> setting.getKey() + ": " + setting.getValue().asText()).collect(Collectors.joining(", "));
        String line = PlainText.line(words, PlainText.SENTENCES);
        return line.isEmpty() ? Optional.empty() : Optional.of(new AgentCard.Execution(line, "/executionProfile"));
    }
}
