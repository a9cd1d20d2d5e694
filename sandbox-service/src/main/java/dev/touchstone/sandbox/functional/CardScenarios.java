package dev.touchstone.sandbox.functional;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.attempt.CardText;
import dev.touchstone.sandbox.functional.Scenario.Turn;
import dev.touchstone.sandbox.suite.Language;

/**
 * Scenarios from a card. An example is asked as it stands; a skill or use case without one is asked about. The
 * expectation is what the card says of the skill where it says it in the question's language, and always the question's
 * own topic.
 */
final class CardScenarios {

    private final Set<Language> languages;
    private final List<Scenario> scenarios = new ArrayList<>();

    private CardScenarios(Set<Language> languages) {
        this.languages = languages;
    }

    /**
     * In the card's own languages, in its order.
     *
     * @param limit at most so many, spread over the card's skills
     * @param dialogues at most so many more, the first example of a language each, that go on after the first answer
     */
    static List<Scenario> of(JsonNode card, int limit, int dialogues) {
        CardScenarios found = new CardScenarios(CardText.languages(card));
        int number = 0;
        for (JsonNode skill : card.path("skills")) {
            found.skill(skill, "/skills/" + number++);
        }
        card.path("translations").properties()
                .forEach(each -> found.translation(each.getValue(), "/translations/" + pointer(each.getKey())));
        if (card.path("translations").isArray()) {
            number = 0;
            for (JsonNode translation : card.path("translations")) {
                found.translation(translation, "/translations/" + number++);
            }
        }
        List<Scenario> single = spread(found.scenarios, limit);
        return Stream.concat(single.stream(), dialogues(single).stream().limit(dialogues)).toList();
    }

    private void skill(JsonNode skill, String at) {
        String name = CardText.text(skill.path("name"), CardText.LONGEST_TEXT);
        String description = CardText.text(skill.path("description"), CardText.LONGEST_TEXT);
        if (name.isEmpty() && description.isEmpty()) {
            return;
        }
        Map<String, String> examples = examples(skill, at);
        if (examples.isEmpty()) {
            topic(name, request(description.isEmpty() ? name : description), name + ". " + description,
                    new Source(Source.Kind.CARD_SKILL, at));
        }
        examples.forEach((example, place) -> topic(name, example, name + ". " + description,
                new Source(Source.Kind.CARD_SKILL, place)));
    }

    private void translation(JsonNode translation, String at) {
        String about = CardText.text(translation.path("shortDescription"), CardText.LONGEST_TEXT);
        int number = 0;
        for (JsonNode useCase : translation.path("useCases")) {
            String name = useCase.isTextual() ? CardText.text(useCase, CardText.LONGEST_TEXT) : name(useCase);
            String question = CardText.text(useCase.path("question"), CardText.LONGEST_QUESTION);
            String answer = CardText.text(useCase.path("answer"), CardText.LONGEST_TEXT);
            Source source = new Source(Source.Kind.CARD_USE_CASE, at + "/useCases/" + number++);
            if (!question.isEmpty() && !answer.isEmpty()) {
                add(name, source, new Turn(question, answer, Aim.ANSWER));
            } else if (!name.isEmpty() || !question.isEmpty()) {
                topic(name, question.isEmpty() ? request(name) : question, name + ". " + about, source);
            }
        }
    }

    private static String name(JsonNode useCase) {
        return Stream.of("name", "title", "useCase", "description")
                .map(member -> CardText.text(useCase.path(member), CardText.LONGEST_TEXT))
                .filter(each -> !each.isEmpty()).findFirst().orElse("");
    }

    private void topic(String useCase, String question, String described, Source source) {
        String expected = Language.ofText(described) == Language.ofText(question) ? described + "\n" + question : question;
        add(useCase, source, new Turn(question, expected.strip(), Aim.TOPIC));
    }

    private void add(String useCase, Source source, Turn turn) {
        Language language = Language.ofText(turn.question());
        if (languages.contains(language)) {
            scenarios.add(new Scenario("card-" + (scenarios.size() + 1), useCase, language, source, List.of(turn)));
        }
    }

    /** A topic in a language that the agent does not speak is asked about in one that it does. */
    private String request(String topic) {
        Language language = Language.ofText(topic);
        return switch (languages.contains(language) || languages.isEmpty() ? language : languages.iterator().next()) {
            case JA -> "次のことについて、具体的な例を一つ挙げて手伝ってください：" + topic;
            case EN -> "Please help me with the following, with one concrete example: " + topic;
        };
    }

    private static List<Scenario> dialogues(List<Scenario> single) {
        Map<Language, Scenario> first = new LinkedHashMap<>();
        single.forEach(scenario -> first.putIfAbsent(scenario.language(), scenario));
        return first.values().stream().map(CardScenarios::dialogue).toList();
    }

    private static Scenario dialogue(Scenario of) {
        String shorten = switch (of.language()) {
            case JA -> "今のお答えを一文に短くまとめてください。";
            case EN -> "Please shorten that answer to one sentence.";
        };
        return new Scenario("dialogue-" + of.language().key(), of.useCase(), of.language(),
                new Source(Source.Kind.CARD_DIALOGUE, of.source().ref()),
                List.of(of.turns().getFirst(), new Turn(shorten, "", Aim.SHORTER)));
    }

    /** Each once, with where it stands. */
    private static Map<String, String> examples(JsonNode skill, String at) {
        Map<String, String> examples = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode each : skill.path("examples")) {
            String example = CardText.text(each, CardText.LONGEST_QUESTION);
            String place = at + "/examples/" + number++;
            if (!example.isEmpty()) {
                examples.putIfAbsent(example, place);
            }
        }
        return examples;
    }

    /** RFC 6901; and a name in a card may be as long as the card. */
    private static String pointer(String name) {
        String cut = name.substring(0, Math.min(name.length(), 64)).replaceAll("\\p{Cntrl}", " ");
        return cut.replace("~", "~0").replace("/", "~1");
    }

    static List<Scenario> spread(List<Scenario> all, int limit) {
        if (all.size() <= limit) {
            return List.copyOf(all);
        }
        List<Scenario> spread = new ArrayList<>();
        for (int i = 0; i < limit; i++) {
            spread.add(all.get((int) ((long) i * all.size() / limit)));
        }
        return List.copyOf(spread);
    }
}
