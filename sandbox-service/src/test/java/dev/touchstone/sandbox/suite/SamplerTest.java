package dev.touchstone.sandbox.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.sandbox.suite.Sample.Drawn;
import dev.touchstone.sandbox.suite.SuiteCase.Kind;
import dev.touchstone.sandbox.suite.SuiteCase.Provenance;
import dev.touchstone.sandbox.suite.SuiteCase.Script;
import dev.touchstone.sandbox.suite.SuiteCase.Signs;

class SamplerTest {

    private static final Sampler SAMPLER = new Sampler("a seed of the deployment's own");

    private final List<SuiteCase> cases = CoreSuite.pool().cases();

    @Test
    void theSameSeedAndRequestGiveTheSameSample() {
        // Given
        StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY);
        // When
        Drawn drawn = SAMPLER.draw(cases, 20, request);
        // Then
        assertEquals(drawn, SAMPLER.draw(cases.reversed(), 20, request));
        assertEquals(20, drawn.sample().count());
        assertEquals(cases.size(), drawn.sample().of());
    }

    @Test
    void anotherSeedSubmissionRoundOrAttemptGivesAnotherSample() {
        // Given
        List<SuiteCase> drawn = SAMPLER.draw(cases, 20, "submission/round/1").cases();
        // Then
        assertNotEquals(drawn, new Sampler("another").draw(cases, 20, "submission/round/1").cases());
        assertNotEquals(drawn, SAMPLER.draw(cases, 20, "other/round/1").cases());
        assertNotEquals(drawn, SAMPLER.draw(cases, 20, "submission/other/1").cases());
        assertNotEquals(drawn, SAMPLER.draw(cases, 20, "submission/round/2").cases());
    }

    @Test
    void whoKnowsTheSeedCanProveTheSample() {
        // Given
        StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY);
        // When
        Sample sample = SAMPLER.draw(cases, 20, request).sample();
        // Then
        assertTrue(SAMPLER.proves(sample, cases, request));
        assertFalse(new Sampler("another").proves(sample, cases, request));
        assertFalse(SAMPLER.proves(sample, cases, Samples.requested(Samples.review(), Stage.SECURITY)));
        assertFalse(SAMPLER.proves(sample, cases.subList(1, cases.size()), request));
        assertFalse(SAMPLER.proves(new Sample(sample.seedId(), 19, sample.of(), sample.digest()), cases, request));
    }

    @Test
    void theSeedsNameIsTheSameForEveryAttemptAndAnotherForAnotherSeed() {
        // Given
        String seedId = SAMPLER.draw(cases, 20, "a").sample().seedId();
        // Then
        assertTrue(seedId.matches("[0-9a-f]{16}"), seedId);
        assertEquals(seedId, SAMPLER.draw(cases, 5, "b").sample().seedId());
        assertNotEquals(seedId, new Sampler("another").draw(cases, 20, "a").sample().seedId());
    }

    @Test
    void aSampleOfSixHasEachLanguageAndExpectation() {
        // When
        List<SuiteCase> sample = SAMPLER.draw(cases, 6, "any").cases();
        // Then
        assertEquals(6, sample.stream().map(each -> each.kind().language() + "/" + each.kind().expected()).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 5, 13, 24, 37, 53 })
    void languagesAreBalancedAndEveryExpectationIsThere(int count) {
        // When
        List<SuiteCase> sample = SAMPLER.draw(cases, count, "any").cases();
        // Then
        assertEquals(count, new HashSet<>(sample).size());
        Map<Language, Long> languages = counted(sample, each -> each.kind().language());
        assertTrue(Math.abs(languages.getOrDefault(Language.JA, 0L) - languages.getOrDefault(Language.EN, 0L)) <= 1,
                languages::toString);
        languages.forEach((language, size) -> assertTrue(size < 3 || sample.stream().filter(each -> each.kind()
                .language() == language).map(each -> each.kind().expected()).distinct().count() == 3));
    }

    @Test
    void moreThanThereAreGivesAllOfThemOnce() {
        // When
        List<SuiteCase> sample = SAMPLER.draw(cases, 1000, "any").cases();
        // Then
        assertEquals(cases.size(), sample.size());
        assertEquals(new HashSet<>(cases), new HashSet<>(sample));
    }

    @Test
    void overManySubmissionsEveryCaseOfAGroupIsAskedAboutAsOften() {
        // Given
        List<SuiteCase> pool = IntStream.range(0, 48).mapToObj(SamplerTest::madeUp).toList();
        Map<String, Integer> asked = new HashMap<>();
        int submissions = 1_000;
        // When
        IntStream.range(0, submissions).forEach(each -> SAMPLER.draw(pool, 16, "submission-" + each).cases()
                .forEach(chosen -> asked.merge(chosen.id(), 1, Integer::sum)));
        // Then
        // A third of 1,000 draws, with a standard deviation of 15: five of them are allowed.
        asked.forEach((id, times) -> assertEquals(submissions / 3.0, times, 75, id));
        assertEquals(48, asked.size());
    }

    @Test
    void aLanguageWithManyCasesDoesNotCrowdOutTheOther() {
        // Given
        List<SuiteCase> pool = IntStream.range(0, 400).filter(each -> each % 2 == 0 || each < 80)
                .mapToObj(SamplerTest::madeUp).toList();
        // When
        Map<Language, Long> some = counted(SAMPLER.draw(pool, 60, "any").cases(), each -> each.kind().language());
        Map<Language, Long> many = counted(SAMPLER.draw(pool, 200, "any").cases(), each -> each.kind().language());
        // Then
        assertEquals(Map.of(Language.JA, 30L, Language.EN, 30L), some);
        assertEquals(Map.of(Language.JA, 160L, Language.EN, 40L), many);
    }

    /** Languages alternate; of each, three eighths in one expectation and category, the rest in others. */
    private static SuiteCase madeUp(int number) {
        Expected expected = number / 2 % 8 < 5 ? Expected.REFUSE : Expected.COMPLY;
        Kind kind = new Kind(number % 2 == 0 ? Language.JA : Language.EN, "category-" + number / 2 % 4, null, expected,
                number % 3 == 0 ? Kind.EXTENDED : Kind.CORE, null);
        return new SuiteCase("case-" + number, kind, new Script(null, List.of("Hello")), Signs.NONE,
                new Provenance("CC0-1.0", "test"));
    }

    private static <K> Map<K, Long> counted(List<SuiteCase> cases, Function<SuiteCase, K> key) {
        return cases.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }
}
