package dev.touchstone.sandbox.functional;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.attempt.CardText;
import dev.touchstone.sandbox.suite.Language;
import dev.touchstone.sandbox.suite.ScenarioSuite;
import dev.touchstone.sandbox.suite.SuiteScenario;

/**
 * The scenarios of suites that concern an agent: those in a language of its own with a tag that is the tag, id or name of
 * one of its skills, or with the tag {@code any}. One without tags concerns nobody.
 */
final class SuiteScenarios {

    static final String FOR_ANY = "any";

    private SuiteScenarios() {
    }

    /** In the order of the suites; at most {@code limit}, spread over all that concern the agent. */
    static List<Scenario> of(List<ScenarioSuite> suites, JsonNode card, int limit) {
        Set<String> subjects = CardText.subjects(card);
        Set<Language> languages = CardText.languages(card);
        return CardScenarios.spread(suites.stream()
                .flatMap(suite -> suite.scenarios().stream()
                        .filter(each -> languages.contains(each.language()) && concerns(each, subjects))
                        .map(each -> scenario(suite, each)))
                .toList(), limit);
    }

    private static boolean concerns(SuiteScenario scenario, Set<String> subjects) {
        return scenario.tags().stream().map(CardText::subject).anyMatch(tag -> tag.equals(FOR_ANY) || subjects.contains(tag));
    }

    private static Scenario scenario(ScenarioSuite suite, SuiteScenario each) {
        List<Scenario.Turn> turns = each.turns().stream()
                .map(turn -> new Scenario.Turn(turn.question(), turn.answer(), Aim.ANSWER)).toList();
        return new Scenario("suite/" + suite.id().name() + "/" + each.id(), each.useCase(), each.language(),
                new Source(Source.Kind.SUITE,
                        suite.id().name() + "@" + suite.id().version() + "#" + each.id()),
                turns);
    }
}
