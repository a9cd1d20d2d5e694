package dev.touchstone.sandbox.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInSuitesTest {

    private final BuiltInSuites suites = new BuiltInSuites();

    @Test
    void everySuiteThatComesWithTheServiceIsWhatItsNameSays() {
        BuiltInSuites.NAMES.forEach(name -> assertEquals(name, switch (suites.find(name).orElseThrow().check()) {
            case CheckedSuite.Cases(Manifest manifest, Suite ignored) -> manifest.id().name();
            case CheckedSuite.Scenarios(Manifest manifest, ScenarioSuite ignored) -> manifest.id().name();
            case CheckedSuite.Faulty faulty -> faulty.inWords();
        }));
    }

    @Test
    void theBasicScenariosAreTheSameTasksInBothLanguages() {
        // When
        List<SuiteScenario> scenarios = assertInstanceOf(LoadedScenarios.Usable.class,
                suites.loadScenarios("touchstone-basics"))
                .suite().scenarios();
        // Then
        Map<Language, List<String>> tasks = scenarios.stream().collect(Collectors.groupingBy(SuiteScenario::language,
                Collectors.mapping(each -> each.tags().toString() + each.turns().size(), Collectors.toList())));
        assertTrue(scenarios.size() >= 24, "scenarios: " + scenarios.size());
        assertEquals(tasks.get(Language.EN), tasks.get(Language.JA));
        List.of("summarise", "translate", "extract", "plan", "explain", "calculate").forEach(tag -> assertTrue(
                scenarios.stream().filter(each -> each.tags().contains(tag)).count() >= 4, tag));
    }

    @ParameterizedTest
    @ValueSource(strings = { "none-such", "../touchstone-core", "", "touchstone-core/../touchstone-core" })
    void aMissingSuiteIsUnusable(String name) {
        assertInstanceOf(LoadedSuite.Unusable.class, suites.load(name));
        assertInstanceOf(LoadedScenarios.Unusable.class, suites.loadScenarios(name));
    }
}
