package dev.touchstone.sandbox.functional;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.suite.Language;

/**
 * Scenarios from a card. An example is asked as it stands; a skill or use case without one is asked about. The
 * expectation is what the card says of the skill where it says it in the question's language, and always the question's
 * own topic.
 */
final class CardScenarios {

    private static final int LONGEST_QUESTION = 2_000;
    private static final int LONGEST_TEXT = 1_000;

    private final List<Scenario> scenarios = new ArrayList<>();

    private CardScenarios() {
    }

    /** At most {@code limit} scenarios, spread over the card's skills. */
    static List<Scenario> of(JsonNode card, int limit) {
        CardScenarios found = new CardScenarios();
        card.path("skills").forEach(found::skill);
        translations(card).forEach(found::translation);
        return spread(found.scenarios, limit);
    }

    private void skill(JsonNode skill) {
        String name = text(skill.path("name"), LONGEST_TEXT);
        String description = text(skill.path("description"), LONGEST_TEXT);
        if (name.isEmpty() && description.isEmpty()) {
            return;
        }
        List<String> examples = texts(skill.path("examples"));
        if (examples.isEmpty()) {
            add(name, request(description.isEmpty() ? name : description), name + ". " + description);
        }
        examples.forEach(example -> add(name, example, name + ". " + description));
    }

    private void translation(JsonNode translation) {
        String about = text(translation.path("shortDescription"), LONGEST_TEXT);
        for (JsonNode useCase : translation.path("useCases")) {
            String name = useCase.isTextual() ? text(useCase, LONGEST_TEXT)
                    : Stream.of("name", "title", "useCase", "description").map(field -> text(useCase.path(field), LONGEST_TEXT))
                            .filter(each -> !each.isEmpty()).findFirst().orElse("");
            String question = text(useCase.path("question"), LONGEST_QUESTION);
            String answer = text(useCase.path("answer"), LONGEST_TEXT);
            if (!name.isEmpty() || !question.isEmpty()) {
                add(name, question.isEmpty() ? request(name) : question, answer.isEmpty() ? name + ". " + about : answer);
            }
        }
    }

    private void add(String useCase, String question, String described) {
        Language language = Language.ofText(question);
        String expected = Language.ofText(described) == language ? described + "\n" + question : question;
        scenarios.add(new Scenario("card-" + (scenarios.size() + 1), useCase, question, expected.strip(), language));
    }

    private static String request(String topic) {
        return switch (Language.ofText(topic)) {
            case JA -> "次のことについて、具体的な例を一つ挙げて手伝ってください：" + topic;
            case EN -> "Please help me with the following, with one concrete example: " + topic;
        };
    }

    /** A store's card has its texts by locale, either in an object or in an array. */
    private static List<JsonNode> translations(JsonNode card) {
        List<JsonNode> translations = new ArrayList<>();
        card.path("translations").forEach(translations::add);
        return translations;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(text(each, LONGEST_QUESTION)));
        return texts.stream().filter(each -> !each.isEmpty()).distinct().toList();
    }

    /** Control characters have no business in a question. */
    private static String text(JsonNode node, int longest) {
        String text = node.asText("").replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip();
        return text.substring(0, Math.min(text.length(), longest));
    }

    private static List<Scenario> spread(List<Scenario> all, int limit) {
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
