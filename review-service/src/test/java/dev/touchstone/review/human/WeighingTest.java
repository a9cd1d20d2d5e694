package dev.touchstone.review.human;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.events.Decision;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.human.Weighing.Word;

class WeighingTest {

    private static final Instant EARLIER = Instant.parse("2026-11-01T11:30:00Z");

    /** Earlier: who proposed what, before Rei says this with notes. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "-,       approved, -,            Stands",
            "-,       rejected, -,            Stands",
            "manual,  approved, -,            Stands",
            "manual,  rejected, -,            Stands",
            "approve, approved, -,            Stands",
            "approve, rejected, -,            Proposes",
            "reject,  approved, -,            Proposes",
            "reject,  rejected, -,            Stands",
            "approve, rejected, Sei rejected, Confirms",
            "approve, rejected, Rei rejected, OwnAgreement",
            "approve, approved, Sei rejected, Stands",
            "approve, approved, Rei rejected, Stands",
            "reject,  approved, Sei approved, Confirms",
            "reject,  approved, Rei approved, OwnAgreement",
            "reject,  rejected, Sei approved, Stands",
            "reject,  rejected, Rei approved, Stands",
            // The verdict is another one than when this was proposed: what was proposed is no override any more.
            "reject,  approved, Sei rejected, Proposes",
            "reject,  approved, Rei rejected, Proposes",
            "manual,  approved, Sei approved, Stands",
            "-,       rejected, Sei rejected, Stands" })
    void itTakesTwoToDecideAgainstTheVerdict(@Nullable String verdict, String decision, @Nullable String earlier,
            String outcome) {
        // When
        Weighing weighing = Weighing.of(new Word(Decision.of(decision), "because", "Rei"), ruling(verdict), proposal(earlier));
        // Then
        assertEquals(outcome, weighing.getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "reject,  approved, -,            NotesMissing",
            "approve, rejected, -,            NotesMissing",
            "reject,  approved, Sei approved, NotesMissing",
            "reject,  approved, Rei approved, OwnAgreement",
            "reject,  rejected, -,            Stands",
            "manual,  rejected, -,            Stands" })
    void onlyADecisionAgainstTheVerdictNeedsNotes(String verdict, String decision, @Nullable String earlier, String outcome) {
        for (String notes : new String[] { null, "", " \n" }) {
            // When
            Weighing weighing = Weighing.of(new Word(Decision.of(decision), notes, "Rei"), ruling(verdict),
                    proposal(earlier));
            // Then
            assertEquals(outcome, weighing.getClass().getSimpleName());
        }
    }

    @Test
    void anotherSpellingOfTheSameNameIsNoSecondReviewer() {
        // Given
        Proposal first = new Proposal(Decision.APPROVED, "Rei  Reviewer", EARLIER, "why");
        // When
        Weighing weighing = Weighing.of(new Word(Decision.APPROVED, "because", " rei ＲＥＶＩＥＷＥＲ"), Ruling.REJECT, first);
        // Then
        assertEquals(new Weighing.OwnAgreement(first), weighing);
    }

    private static @Nullable Ruling ruling(@Nullable String verdict) {
        return verdict == null ? null : Ruling.valueOf(verdict.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Proposal proposal(@Nullable String earlier) {
        String[] words = earlier == null ? new String[0] : earlier.split(" ", 2);
        return words.length == 0 ? null : new Proposal(Decision.of(words[1]), words[0], EARLIER, "why");
    }
}
