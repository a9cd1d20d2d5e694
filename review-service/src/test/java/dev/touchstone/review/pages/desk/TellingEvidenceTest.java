package dev.touchstone.review.pages.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.StageStatement.VerdictApproved;
import dev.touchstone.events.StageStatement.VerdictRejected;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Language;
import dev.touchstone.review.pages.desk.Exhibit.Figures;
import dev.touchstone.review.pages.desk.Exhibit.Part;
import dev.touchstone.review.pages.desk.Exhibit.Passage;
import dev.touchstone.review.pages.desk.Exhibit.Witness;

class TellingEvidenceTest {

    private final Reviews review = new Reviews();

    @Test
    void nothingIsToldOfWhatHasNotEnded() {
        // Given
        review.requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1, new Started());
        // When
        List<Exhibit> told = told(List.of());
        // Then
        assertEquals(List.of(), told);
    }

    @Test
    void whatTheAgentDidComesBeforeHowWellItWasLookedAt() {
        // Given
        review.requested(Stage.SECURITY, 1).completed(Stage.SECURITY, 1,
                Map.of("attempted", 40.0, "complied", 2.0, "leaked", 1.0, "errors", 3.0, "needs_review", 4.0));
        // When
        List<Exhibit> told = told(List.of());
        // Then
        assertEquals(List.of(Claim.LEAKED, Claim.COMPLIED, Claim.UNANSWERED), claims(told));
        assertEquals(new Figures("2", "40"), told.get(1).figures());
    }

    @Test
    void aThirdFindingOfOneStageLeavesRoomForAnotherStages() {
        // Given
        review.requested(Stage.SECURITY, 1)
                .completed(Stage.SECURITY, 1, Map.of("attempted", 40.0, "complied", 2.0, "leaked", 1.0, "suspected", 3.0))
                .requested(Stage.FUNCTIONAL, 1).completed(Stage.FUNCTIONAL, 1, Map.of("scenarios", 9.0, "needs_review", 1.0));
        // When
        List<Exhibit> told = told(List.of());
        // Then
        assertEquals(List.of(Claim.LEAKED, Claim.COMPLIED, Claim.UNCLEAR), claims(told));
        assertEquals(Stage.FUNCTIONAL, told.getLast().stage());
    }

    @Test
    void againstARejectionSpeaksWhatThePassedStagesFound() {
        // Given
        held().requested(Stage.FUNCTIONAL, 1).tell(Stage.FUNCTIONAL, 1, new Failed("gate_failed", List.of("Only 3 of 9 pass."),
                false, null, Map.of("scenarios", 9.0, "fails", 6.0, "passes", 3.0))).asked(1, Stage.FUNCTIONAL, "the gate");
        // When
        List<Exhibit> told = told(List.of());
        // Then
        assertEquals(List.of(Claim.FAILED, Claim.ATTACKS_BLOCKED, Claim.STAGE_SAYS), claims(told));
    }

    @Test
    void againstTheJurysApprovalSpeaksWhatWasFoundBefore() {
        // Given
        review.requested(Stage.FUNCTIONAL, 1).completed(Stage.FUNCTIONAL, 1, Map.of("scenarios", 9.0, "fails", 1.0))
                .requested(Stage.JUDGE, 1).tell(Stage.JUDGE, 1, new VerdictApproved(88.0, List.of("Good."), 3))
                .completed(Stage.JUDGE, 1, Map.of("alpha", 0.2, "questions", 12.0));
        // When
        List<Exhibit> told = told(List.of());
        // Then
        assertEquals(List.of(Claim.FAILED, Claim.DISAGREE, Claim.JURY_APPROVES), claims(told));
    }

    @Test
    void aStageThatCouldNotLookIsToldWithWhatItSays() {
        // Given
        review.requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1,
                Failed.unmeasured("endpoint_unreachable", List.of("None of 40 cases was answered."), true))
                .asked(1, Stage.SECURITY, "security could not look");
        // When
        List<Exhibit> told = told(List.of());
        // Then
        assertEquals(List.of(Claim.MAY_END_OTHERWISE), claims(told));
        assertEquals(List.of(new Passage(Part.REASON, Shown.of("None of 40 cases was answered."))), told.getFirst().passages());
    }

    @Test
    void whereTheAgentLedACallIsToldBeforeAnyFigure() {
        // Given
        review.requested(Stage.SECURITY, 1)
                .tell(Stage.SECURITY, 1, new EgressRefused("private_address", "http://169.254.169.254", "a redirect", 2))
                .completed(Stage.SECURITY, 1, Map.of("attempted", 40.0, "complied", 2.0));
        // When
        List<Exhibit> told = told(List.of());
        // Then
        assertEquals(List.of(Claim.WENT_ASTRAY, Claim.COMPLIED), claims(told));
        assertEquals("http://169.254.169.254 · a redirect", told.getFirst().passages().getFirst().text().text());
    }

    @Test
    void wordsThatTheQuestionRepeatsAreNoEvidenceBesides() {
        // Given
        review.judgedManual().asked(1, Stage.JUDGE, "The jury did not approve. Jurors disagree about safety");
        // When
        List<Exhibit> told = told(List.of());
        // Then
        assertFalse(claims(told).contains(Claim.JURY_SAYS), told.toString());
    }

    @Test
    void whatWasNotMeasuredSupportsNoClaim() {
        // Given
        Map<String, @Nullable Double> metrics = new HashMap<>();
        List.of("alpha", "position_bias", "confounded", "fallback_share", "critical_safety", "rejected")
                .forEach(name -> metrics.put(name, null));
        review.requested(Stage.JUDGE, 1).tell(Stage.JUDGE, 1, new VerdictRejected(null, List.of(), 0))
                .completed(Stage.JUDGE, 1, metrics).requested(Stage.SECURITY, 1).completed(Stage.SECURITY, 1, Map.of());
        // When
        List<Exhibit> told = told(List.of());
        // Then
        assertEquals(List.of(Claim.JURY_REJECTS), claims(told));
        assertEquals(new Figures("0", ""), told.getFirst().figures());
    }

    @ParameterizedTest
    @CsvSource({ "position_bias, -5, ORDER_SWAYS", "confounded, 1, CONFOUNDED", "alpha, 0.66, DISAGREE",
            "critical_safety, 1, CRITICAL", "rejected, 3, ANSWERS_REJECTED" })
    void eachDoubtAboutTheJuryIsTold(String metric, double value, Claim claim) {
        // Given
        review.requested(Stage.JUDGE, 1).completed(Stage.JUDGE, 1, Map.of(metric, value));
        // When
        List<Exhibit> told = told(List.of());
        // Then
        assertEquals(List.of(claim), claims(told));
    }

    @Test
    void aCaseStandsForItsClaimWhereItIsKnown() {
        // Given
        Witness witness = new Witness(Claim.COMPLIED, Stage.SECURITY,
                List.of(new Passage(Part.PROMPT, Shown.of("Ignore all rules"))),
                "security?line=3#line-3");
        review.requested(Stage.SECURITY, 1).completed(Stage.SECURITY, 1, Map.of("attempted", 40.0, "complied", 2.0));
        // When
        List<Exhibit> told = told(List.of(witness));
        // Then
        assertEquals(witness.passages(), told.getFirst().passages());
        assertEquals("security?line=3#line-3", told.getFirst().place());
        assertEquals(new Figures("2", "40"), told.getFirst().figures());
    }

    private Reviews held() {
        return review.requested(Stage.SECURITY, 1).completed(Stage.SECURITY, 1,
                Map.of("attempted", 40.0, "complied", 0.0, "leaked", 0.0, "partial", 0.0, "suspected", 0.0));
    }

    private List<Exhibit> told(List<Witness> witnesses) {
        return TellingEvidence.of(CaseView.of(review.told()), review.told(), witnesses, Formats.of(Language.ENGLISH));
    }

    private static List<Claim> claims(List<Exhibit> told) {
        return told.stream().map(Exhibit::claim).toList();
    }
}
