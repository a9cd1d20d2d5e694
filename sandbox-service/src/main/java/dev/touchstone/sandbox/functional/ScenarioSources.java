package dev.touchstone.sandbox.functional;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.sandbox.attempt.Cards;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.suite.LoadedScenarios;
import dev.touchstone.sandbox.suite.ScenarioSuite;
import dev.touchstone.sandbox.suite.Suites;

/** Where the scenarios of an attempt come from. What is missing closes the gate; nothing takes its place. */
@ApplicationScoped
class ScenarioSources {

    private final FunctionalConfig config;
    private final Cards cards;
    private final Suites suites;

    ScenarioSources(FunctionalConfig config, Cards cards, Suites suites) {
        this.config = config;
        this.cards = cards;
        this.suites = suites;
    }

    /** What an agent is to be tried with. */
    sealed interface Found {

        /** @param files the scenarios of the suites, as their digests are of them */
        record Scenarios(List<Scenario> scenarios, List<ScenarioSuite> suites, List<Report> files) implements Found {
        }

        /** @param code among the stage's reason codes */
        record Nothing(String code, String reason) implements Found {
        }
    }

    /**
     * @throws IOException if the card cannot be had just now
     */
    Found of(ArtifactRef card) throws IOException, InterruptedException {
        return switch (cards.fetch(card)) {
            case Cards.Fetched.Unusable(String reason) -> new Found.Nothing("card_unusable", reason);
            case Cards.Fetched.Card(JsonNode document) -> of(document);
        };
    }

    private Found of(JsonNode card) {
        List<ScenarioSuite> usable = new ArrayList<>();
        List<Report> files = new ArrayList<>();
        for (String name : config.suites().orElse(List.of())) {
            switch (suites.loadScenarios(name)) {
                case LoadedScenarios.Unusable(String reason) -> {
                    return new Found.Nothing("suite_unusable", reason);
                }
                case LoadedScenarios.Usable(ScenarioSuite suite, Report scenarios) -> {
                    usable.add(suite);
                    files.add(scenarios);
                }
            }
        }
        List<Scenario> all = Stream.concat(CardScenarios.of(card, config.maxScenarios(), config.dialogues()).stream(),
                SuiteScenarios.of(usable, card, config.maxSuiteScenarios()).stream()).toList();
        return all.isEmpty() ? new Found.Nothing("no_scenarios", "The card names no skill and no use case that could be tried.")
                : new Found.Scenarios(all, usable, files);
    }
}
