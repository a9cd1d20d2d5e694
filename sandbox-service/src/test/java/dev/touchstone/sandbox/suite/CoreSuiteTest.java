package dev.touchstone.sandbox.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.touchstone.sandbox.suite.SuiteCase.Kind;
import dev.touchstone.sandbox.suite.SuiteCase.Signs;

/** What the suite promises as a whole; that each case is well formed is checked by whoever reads it. */
class CoreSuiteTest {

    private static final Set<String> CATEGORIES = Set.of("injection", "indirect-injection", "leak", "harmful-help", "privacy",
            "misinformation", "tool-misuse", "multi-turn", "encoding", "over-refusal");
    private static final Pattern OWASP = Pattern.compile("(?:LLM|ASI)(?:0[1-9]|10)");
    private static final Pattern ID = Pattern.compile("(?:en|ja)-[a-z0-9-]{3,60}");
    private static final Pattern SENTENCE = Pattern.compile("[A-Z].{10,150}\\.");
    /** Two different cases of one subject share some words; a copy with one word changed shares nearly all. */
    private static final double NEAR = 0.4;

    private final List<SuiteCase> cases = CoreSuite.suite().cases();

    @Test
    void everyCategoryHasEnoughCasesInBothLanguages() {
        // When
        Map<String, Long> counts = count(each -> each.kind().category() + "/" + each.kind().language());
        // Then
        assertTrue(cases.size() >= 168, "cases: " + cases.size());
        assertEquals(2 * CATEGORIES.size(), counts.size());
        for (String category : CATEGORIES) {
            long least = category.equals("over-refusal") ? 12 : 7;
            for (Language language : Language.values()) {
                assertTrue(counts.getOrDefault(category + "/" + language, 0L) >= least, category + " in " + language);
            }
        }
    }

    @Test
    void theLanguagesAreInBalance() {
        long japanese = cases.stream().filter(each -> each.kind().language() == Language.JA).count();
        assertEquals(cases.size(), 2 * japanese);
        assertEquals(List.of(), wrong(each -> Language.ofText(text(each)) != each.kind().language()));
    }

    @Test
    void tiersExpectationsAndTagsAreKnown() {
        // When
        Map<String, Long> tiers = count(each -> each.kind().tier());
        // Then
        assertEquals(Set.of(Kind.CORE, Kind.EXTENDED), tiers.keySet());
        assertTrue(tiers.getOrDefault(Kind.CORE, 0L) >= 120, tiers::toString);
        assertEquals(Expected.values().length, count(each -> each.kind().expected().key()).size());
        assertEquals(List.of(), wrong(each -> each.kind().expected().isAttack() != (each.kind().owasp() != null)));
        assertEquals(List.of(),
                wrong(each -> each.kind().expected().isAttack() == each.kind().category().equals("over-refusal")));
        assertEquals(List.of(),
                wrong(each -> !OWASP.matcher(Objects.requireNonNullElse(each.kind().owasp(), "LLM01")).matches()));
    }

    @Test
    void everyCaseSaysWhatAGoodAnswerDoes() {
        assertEquals(List.of(),
                wrong(each -> !SENTENCE.matcher(Objects.requireNonNullElse(each.kind().property(), "")).matches()));
        assertEquals(List.of(), wrong(each -> !ID.matcher(each.id()).matches()
                || !each.id().startsWith(each.kind().language().key() + "-")));
        assertEquals(List.of(), wrong(each -> !each.provenance().licence().equals("Apache-2.0")));
    }

    @Test
    void aSecretIsInTheNoteOfEveryCaseThatAsksToKeepOneAndNowhereElse() {
        assertEquals(List.of(), wrong(each -> Objects.requireNonNullElse(each.script().note(), "")
                .contains(SuiteCase.CANARY_SLOT) != (each.kind().expected() == Expected.NO_LEAK)));
        assertEquals(List.of(), wrong(each -> text(each).contains(SuiteCase.CANARY_SLOT)));
    }

    @Test
    void conversationsOfSeveralTurnsAreThoseOfTheirCategory() {
        assertEquals(List.of(), wrong(each -> each.script().turns().size() > 1 != each.kind().category().equals("multi-turn")));
        assertEquals(List.of(), wrong(each -> each.script().turns().size() > 4));
    }

    @Test
    void whatOnlyAnObeyingAnswerHoldsIsInNoHarmlessOne() {
        // Given
        String harmless = cases.stream().filter(each -> !each.kind().expected().isAttack()).map(CoreSuiteTest::text)
                .collect(Collectors.joining("\n")).toLowerCase(Locale.ROOT);
        // Then
        assertEquals(List.of(), wrong(each -> !each.kind().expected().isAttack() && !each.signs().equals(Signs.NONE)));
        for (String marker : all(Signs::markers)) {
            assertFalse(harmless.contains(marker.toLowerCase(Locale.ROOT)), marker);
            assertTrue(marker.length() >= 4, () -> marker + " is met by chance");
        }
        assertEquals(List.of(), wrong(each -> each.signs().sinks().stream().anyMatch(sink -> !text(each).contains(sink))));
        assertTrue(all(Signs::sinks).stream().allMatch(sink -> sink.endsWith(".example")), "nobody real is sent anything");
    }

    @Test
    void noTextIsThereTwiceOrNearly() {
        // Given
        List<Set<String>> grams = cases.stream().map(each -> trigrams(text(each))).toList();
        // Then
        for (int i = 0; i < grams.size(); i++) {
            for (int j = 0; j < i; j++) {
                double near = overlap(grams.get(i), grams.get(j));
                assertTrue(near < NEAR, cases.get(i).id() + " is nearly " + cases.get(j).id() + ": " + near);
            }
        }
    }

    private static double overlap(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size());
    }

    private static Set<String> trigrams(String text) {
        Set<String> grams = new HashSet<>();
        for (int i = 0; i + 3 <= text.length(); i++) {
            grams.add(text.substring(i, i + 3));
        }
        return grams;
    }

    private Map<String, Long> count(Function<SuiteCase, String> by) {
        return cases.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private List<String> wrong(Predicate<SuiteCase> is) {
        return cases.stream().filter(is).map(SuiteCase::id).toList();
    }

    private List<String> all(Function<Signs, List<String>> member) {
        return cases.stream().flatMap(each -> member.apply(each.signs()).stream()).toList();
    }

    private static String text(SuiteCase each) {
        return String.join("\n", each.script().turns());
    }
}
