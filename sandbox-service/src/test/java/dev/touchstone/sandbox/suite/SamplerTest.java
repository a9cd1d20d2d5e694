package dev.touchstone.sandbox.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class SamplerTest {

    private static final UUID SUBMISSION = UUID.fromString("0190f000-0000-7000-8000-000000000001");

    private final List<SuiteCase> cases = ((LoadedSuite.Usable) new Suites().load("touchstone-core")).suite().cases();

    @Test
    void theSameSeedSubmissionAndAttemptGiveTheSameSample() {
        assertEquals(sample("seed", SUBMISSION, 1), sample("seed", SUBMISSION, 1));
    }

    @Test
    void anotherSeedSubmissionOrAttemptGivesAnotherSample() {
        List<SuiteCase> sample = sample("seed", SUBMISSION, 1);
        assertNotEquals(sample, sample("other", SUBMISSION, 1));
        assertNotEquals(sample, sample("seed", UUID.fromString("0190f000-0000-7000-8000-000000000002"), 1));
        assertNotEquals(sample, sample("seed", SUBMISSION, 2));
    }

    @Test
    void everySampleHasEachLanguageAndExpectation() {
        // When
        List<SuiteCase> sample = new Sampler("seed").sample(cases, 6, SUBMISSION, 1);
        // Then
        assertEquals(6, sample.size());
        assertEquals(6, sample.stream().map(each -> each.kind().language() + "/" + each.kind().expected()).distinct().count());
    }

    @Test
    void moreThanThereAreGivesAllOfThemOnce() {
        // When
        List<SuiteCase> sample = new Sampler("seed").sample(cases, 1000, SUBMISSION, 1);
        // Then
        assertEquals(cases.size(), sample.size());
        assertTrue(new HashSet<>(sample).containsAll(cases));
        assertEquals(cases.size(), sample.stream().map(SuiteCase::id).collect(Collectors.toSet()).size());
    }

    private List<SuiteCase> sample(String seed, UUID submission, int attempt) {
        return new Sampler(seed).sample(cases, 20, submission, attempt);
    }
}
