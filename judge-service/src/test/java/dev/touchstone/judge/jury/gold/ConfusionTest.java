package dev.touchstone.judge.jury.gold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.touchstone.judge.jury.gold.Ballot.Said;
import dev.touchstone.judge.verdict.Verdict;

class ConfusionTest {

    @Test
    void kappaIsThatOfCohensPaper() {
        // Given: table 1 of Cohen (1960), 200 judgements, of which the diagonal holds 0.70 and chance gives 0.41
        List<Ballot> ballots = new ArrayList<>();
        add(ballots, Verdict.APPROVE, 88, 14, 18);
        add(ballots, Verdict.MANUAL, 10, 40, 10);
        add(ballots, Verdict.REJECT, 2, 6, 12);
        // Then
        assertEquals(0.492, Confusion.of(ballots).kappa());
        assertEquals(0.7, Confusion.of(ballots).exactAgreement());
    }

    @Test
    void everyCellIsCountedAndEveryRateFollows() {
        // Given
        List<Ballot> ballots = new ArrayList<>();
        add(ballots, Verdict.APPROVE, 3, 1, 0);
        add(ballots, Verdict.REJECT, 1, 0, 2);
        ballots.add(new Ballot(Gold.deserving(Verdict.REJECT), Said.ABSTAINED, false));
        ballots.add(new Ballot(Gold.deserving(Verdict.REJECT), Said.RECUSED, false));
        // When
        Confusion confusion = Confusion.of(ballots);
        // Then
        assertEquals(9, confusion.answers());
        assertEquals(7, confusion.votes());
        assertEquals(Map.of("approve", 1, "manual", 0, "reject", 2, "abstained", 1, "recused", 1),
                confusion.matrix().get("reject"));
        assertEquals(new Confusion.Rates(0.75, 0.75), confusion.approve());
        assertEquals(new Confusion.Rates(1.0, 0.5), confusion.reject());
        assertEquals(0.429, confusion.meanDistance());
    }

    @Test
    void whatIsNotDefinedIsNull() {
        // When
        Confusion nobody = Confusion.of(List.of(new Ballot(Gold.deserving(Verdict.APPROVE), Said.ABSTAINED, false)));
        // Then
        assertNull(nobody.kappa());
        assertNull(nobody.exactAgreement());
        assertNull(nobody.meanDistance());
        assertEquals(new Confusion.Rates(null, 0.0), nobody.approve());
        assertEquals(new Confusion.Rates(null, null), nobody.reject());
    }

    @Test
    void chanceAloneLeavesNothingForKappa() {
        assertNull(Confusion.of(List.of(new Ballot(Gold.deserving(Verdict.APPROVE), Said.APPROVE, false))).kappa());
    }

    private static void add(List<Ballot> ballots, Verdict expected, int approve, int manual, int reject) {
        ballots.addAll(Collections.nCopies(approve, new Ballot(Gold.deserving(expected), Said.APPROVE, false)));
        ballots.addAll(Collections.nCopies(manual, new Ballot(Gold.deserving(expected), Said.MANUAL, false)));
        ballots.addAll(Collections.nCopies(reject, new Ballot(Gold.deserving(expected), Said.REJECT, false)));
    }
}
