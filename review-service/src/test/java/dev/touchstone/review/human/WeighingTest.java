package dev.touchstone.review.human;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Reviews;
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
            // The verdict that this goes with is gone, and so is what would tell whether it takes two.
            "-,       rejected, Sei rejected, VerdictUnknown",
            "-,       approved, Rei approved, VerdictUnknown" })
    void itTakesTwoToDecideAgainstTheVerdict(@Nullable String verdict, String decision, @Nullable String earlier,
            String outcome) {
        // When
        Weighing weighing = Weighing.of(new Word(Decision.of(decision), "because", "Rei"),
                grounds(verdict, earlier));
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
            Weighing weighing = Weighing.of(new Word(Decision.of(decision), notes, "Rei"), grounds(verdict, earlier));
            // Then
            assertEquals(outcome, weighing.getClass().getSimpleName());
        }
    }

    @Test
    void anotherSpellingOfTheSameNameIsNoSecondReviewer() {
        // Given
        Proposal first = new Proposal(Decision.APPROVED, "Rei  Reviewer", EARLIER, "why");
        // When
        Weighing weighing = Weighing.of(new Word(Decision.APPROVED, "because", " rei ＲＥＶＩＥＷＥＲ"),
                new Grounds(Ruling.REJECT, false, first, List.of()));
        // Then
        assertEquals(new Weighing.OwnAgreement(first), weighing);
    }

    /** Rei had the jury judge again, in another spelling of the name. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "-,       approved, -,            Proposes",
            "-,       rejected, -,            Stands",
            "-,       approved, Rei approved, OwnAgreement",
            "manual,  approved, -,            Proposes",
            "manual,  rejected, -,            Stands",
            "manual,  approved, Rei approved, OwnAgreement",
            "manual,  approved, Sei approved, Confirms",
            "approve, approved, -,            Proposes",
            "approve, rejected, Rei approved, Proposes",
            "reject,  approved, -,            Proposes",
            "reject,  rejected, -,            Stands" })
    void whoeverHadItJudgedAgainDoesNotApproveAlone(@Nullable String verdict, String decision, @Nullable String earlier,
            String outcome) {
        // When
        Weighing weighing = Weighing.of(new Word(Decision.of(decision), "because", "Rei"),
                new Grounds(ruling(verdict), false, proposal(earlier), List.of("Otto", "rei ")));
        // Then
        assertEquals(outcome, weighing.getClass().getSimpleName());
    }

    @Test
    void whoeverDidNotHaveItJudgedAgainApprovesAlone() {
        // When
        Weighing weighing = Weighing.of(new Word(Decision.APPROVED, null, "Sei"),
                new Grounds(Ruling.MANUAL, false, proposal("Rei approved"), List.of("Rei")));
        // Then
        assertEquals(new Weighing.Stands(), weighing);
    }

    /** Statuses of the judge's attempt, and what is known of its verdict. */
    @ParameterizedTest
    @CsvSource({
            "requested, judge,    VerdictUnknown",
            "failed,    judge,    Stands",
            "ruled,     judge,    Stands",
            "again,     judge,    VerdictUnknown",
            "nothing,   judge,    VerdictUnknown",
            "nothing,   publish,  VerdictUnknown",
            "nothing,   security, Stands" })
    void whereTheJudgeMustHaveRuledItsVerdictIsWaitedFor(String judge, String source, String outcome) {
        // Given
        Reviews review = new Reviews().passed(Stage.PRECHECK, 1, 1);
        switch (judge) {
            case "requested" -> review.requested(Stage.JUDGE, 1);
            case "failed" -> review.requested(Stage.JUDGE, 1).gateFailed(Stage.JUDGE, 1);
            case "ruled" -> review.judged(Ruling.MANUAL);
            case "again" -> review.judged(Ruling.MANUAL).requested(Stage.JUDGE, 2);
            default -> review.requested(Stage.SECURITY, 1);
        }
        // When
        Weighing weighing = Weighing.of(new Word(Decision.APPROVED, null, "Rei"),
                Grounds.of(CaseView.of(review.told()), Stage.of(source), null, List.of()));
        // Then
        assertEquals(outcome, weighing.getClass().getSimpleName());
    }

    private static Grounds grounds(@Nullable String verdict, @Nullable String earlier) {
        return new Grounds(ruling(verdict), false, proposal(earlier), List.of());
    }

    private static @Nullable Ruling ruling(@Nullable String verdict) {
        return verdict == null ? null : Ruling.valueOf(verdict.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Proposal proposal(@Nullable String earlier) {
        String[] words = earlier == null ? new String[0] : earlier.split(" ", 2);
        return words.length == 0 ? null : new Proposal(Decision.of(words[1]), words[0], EARLIER, "why");
    }
}
