package dev.touchstone.judge.questions.proposed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.touchstone.judge.questions.AgentCard;
import dev.touchstone.judge.questions.Language;
import dev.touchstone.judge.questions.Skill;

/** The texts of a card that a model may write questions about, by their JSON pointers. All of them are hostile. */
final class Places {

    /** More would make a prompt that is longer than the questions are worth. */
    private static final int MOST = 60;

    private final Map<String, Place> byPointer = new LinkedHashMap<>();
    private final Set<Language> languages;

    private record Place(String text, String topic) {
    }

    Places(AgentCard card) {
        this.languages = card.languages();
        card.skills().forEach(this::add);
    }

    private void add(Skill skill) {
        add(skill.pointer(), new Place(skill.name() + ". " + skill.description(), skill.topic()));
        skill.examples().forEach(example -> add(example.pointer(), new Place(example.text(), skill.topic())));
    }

    private void add(String pointer, Place place) {
        if (byPointer.size() < MOST) {
            byPointer.put(pointer, place);
        }
    }

    /** One line each: the pointer, and the text. */
    List<String> lines() {
        return byPointer.entrySet().stream().map(place -> place.getKey() + ": " + place.getValue().text()).toList();
    }

    /** What the card says about the skill at this place; empty where the pointer leads to none. */
    Optional<String> topic(String pointer) {
        return Optional.ofNullable(byPointer.get(pointer)).map(Place::topic);
    }

    boolean speak(Language language) {
        return languages.contains(language);
    }
}
