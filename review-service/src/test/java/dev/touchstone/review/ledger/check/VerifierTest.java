package dev.touchstone.review.ledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.note.NoteSigner;
import dev.touchstone.review.ledger.tree.Hash;

/** Of the log in {@link Log} with 30 entries, submission 1 has those at 1, 8, 15, 22 and 29. */
class VerifierTest {

    private static final Limits LIMITS = new Limits(10_000, 1_000);

    private final Log log = Log.of(30);
    private final ExportFile whole = log.whole();
    private final ExportFile one = log.of(Log.submission(1));

    @Test
    void whatWasNotTouchedHasNoFault() throws Exception {
        assertEquals(List.of(), faults(whole));
        assertEquals(List.of(), faults(one));
        assertEquals(List.of(), faults(log.range(7, 19, log.growth(5))));
    }

    @Test
    void oneChangedBitIsNamed() throws Exception {
        // Given
        whole.change(12, "number 12", "number 02", false);
        one.change(2, "number 15", "number 05", false);
        // When
        List<Fault> ofLog = faults(whole);
        List<Fault> ofOne = faults(one);
        // Then
        assertEquals(List.of(new Fault.RootDiffers(30), new Fault.Changed(12)), ofLog);
        assertEquals(List.of(new Fault.Changed(15), new Fault.NotIncluded(15)), ofOne);
    }

    @Test
    void aHashMadeAnewHidesNoChange() throws Exception {
        // Given
        whole.change(12, "number 12", "number 02", true);
        one.change(2, "number 15", "number 05", true);
        // When
        List<Fault> ofLog = faults(whole);
        List<Fault> ofOne = faults(one);
        // Then
        assertEquals(List.of(new Fault.RootDiffers(30), new Fault.Changed(12)), ofLog);
        assertEquals(List.of(new Fault.NotIncluded(15)), ofOne);
    }

    @Test
    void theLastEntryHasNoneAfterItAndIsNamedAllTheSame() throws Exception {
        assertEquals(List.of(new Fault.RootDiffers(30), new Fault.NotIncluded(29)),
                faults(whole.change(29, "number 29", "number 28", true)));
    }

    @Test
    void aRemovedEntryIsNamed() throws Exception {
        // Given
        whole.items.remove(12);
        one.items.remove(2);
        // When
        List<Fault> ofLog = faults(whole);
        List<Fault> ofOne = faults(one);
        // Then
        assertEquals(List.of(new Fault.Removed(12, 1)), ofLog);
        assertEquals(List.of(new Fault.LeftOut(22, log.entry(15).leafHash())), ofOne);
    }

    @Test
    void aGapThatWasClosedIsNoticed() throws Exception {
        // Given
        whole.items.remove(12);
        for (int i = 12; i < 29; i++) {
            Item item = whole.items.get(i);
            whole.items.set(i, new Item(i, item.leafHash(), item.text(), item.proof()));
        }
        // When
        List<Fault> faults = faults(whole);
        // Then
        assertTrue(faults.contains(new Fault.Moved(12, 13)), faults.toString());
        assertTrue(faults.contains(new Fault.Truncated(29, 30)), faults.toString());
    }

    @Test
    void swappedEntriesAreNamedWithTheirPlaces() throws Exception {
        // Given
        Collections.swap(whole.items, 5, 20);
        Collections.swap(one.items, 0, 4);
        // When
        List<Fault> ofLog = faults(whole);
        List<Fault> ofOne = faults(one);
        // Then
        assertEquals(List.of(new Fault.Moved(5, 20), new Fault.Moved(20, 5)), ofLog);
        assertEquals(List.of(new Fault.Moved(1, 29), new Fault.Moved(29, 1)), ofOne);
    }

    @Test
    void swappedTextsAreNamedWithTheirPlaces() throws Exception {
        // Given
        Item fifth = whole.items.get(5);
        Item twentieth = whole.items.get(20);
        whole.items.set(5, new Item(5, twentieth.leafHash(), twentieth.text(), null));
        whole.items.set(20, new Item(20, fifth.leafHash(), fifth.text(), null));
        // When
        List<Fault> faults = faults(whole);
        // Then
        assertEquals(List.of(new Fault.RootDiffers(30), new Fault.Moved(5, 20), new Fault.Moved(20, 5)), faults);
    }

    @Test
    void anEntryThatStandsTwiceIsNamed() throws Exception {
        // Given
        whole.items.add(9, whole.items.get(8));
        // When
        List<Fault> faults = faults(whole);
        // Then
        assertEquals(List.of(new Fault.Repeated(8)), faults);
    }

    @Test
    void aTruncatedTailIsNamed() throws Exception {
        // Given
        whole.items.subList(25, 30).clear();
        one.items.removeLast();
        // When
        List<Fault> ofLog = faults(whole);
        List<Fault> ofOne = faults(one);
        // Then
        assertTrue(ofLog.contains(new Fault.Truncated(25, 30)), ofLog.toString());
        assertEquals(List.of(new Fault.Truncated(23, 30)), ofOne);
    }

    /** The claim in the file can be adapted to what was taken out; a head that was kept cannot. */
    @Test
    void aTruncatedTailIsFoundByAHeadThatWasKept() throws Exception {
        // Given
        one.items.removeLast();
        one.head = new Export(new Export.OfSubmission(Log.submission(1), 4, 22), one.head.checkpoint(), null, null);
        Trust.KeptHead head = new Trust.KeptHead(29, log.leaves().get(29));
        // When
        Report without = Verifier.verify(one.source(), trust(), LIMITS);
        Report with = Verifier.verify(one.source(), new Trust(List.of(Log.key()), List.of(), List.of(head)), LIMITS);
        // Then
        assertTrue(without.isValid());
        assertEquals(List.of(new Caution.TailOpen(22)), without.cautions());
        assertEquals(List.of(new Fault.Truncated(23, 30)), with.faults());
    }

    @Test
    void whatWasToldElsewhereIsHeldAgainstTheFile() throws Exception {
        // Given
        Hash other = Hash.leaf("another entry");
        List<Trust.KeptHead> heads = List.of(new Trust.KeptHead(8, log.leaves().get(8)), new Trust.KeptHead(15, other),
                new Trust.KeptHead(16, other));
        // When
        List<Fault> faults = faults(one, new Trust(List.of(Log.key()), List.of(), heads));
        // Then
        assertEquals(List.of(new Fault.Changed(15), new Fault.LeftOut(16, other.hex())), faults);
    }

    @Test
    void aLogCutBackToASmallerCheckpointIsFoundByOneThatWasKept() throws Exception {
        // Given
        ExportFile cut = Log.of(20).whole();
        // When
        List<Fault> faults = faults(cut, kept(log.checkpoint(30)));
        // Then
        assertEquals(List.of(), faults(cut));
        assertEquals(List.of(new Fault.Truncated(20, 30)), faults);
    }

    @Test
    void aForkedLogIsFoundByACheckpointThatWasKept() throws Exception {
        // Given
        Log fork = Log.of(10);
        while (fork.size() < 30) {
            fork.append(Log.submission(fork.size() % 7), "another story");
        }
        // When
        List<Fault> sameSize = faults(whole, kept(fork.checkpoint(30)));
        List<Fault> rebuilt = faults(whole, kept(fork.checkpoint(12)));
        List<Fault> proved = faults(log.range(20, 30, log.growth(12)), kept(fork.checkpoint(12)));
        List<Fault> beforeTheFork = faults(whole, kept(fork.checkpoint(10)));
        // Then
        assertEquals(List.of(new Fault.CheckpointForked(30, 30)), sameSize);
        assertEquals(List.of(new Fault.CheckpointForked(30, 12)), rebuilt);
        assertEquals(List.of(new Fault.CheckpointForked(30, 12)), proved);
        assertEquals(List.of(), beforeTheFork);
    }

    @Test
    void aKeptCheckpointNeedsAProofUnlessTheLogIsHere() throws Exception {
        // Given
        ExportFile later = log.range(20, 30, log.growth(12));
        // When
        List<Fault> proved = faults(later, kept(log.checkpoint(12)));
        List<Fault> unproved = faults(later, kept(log.checkpoint(13)));
        // Then
        assertEquals(List.of(), proved);
        assertEquals(List.of(new Fault.NotReconciled(30, 13)), unproved);
    }

    @Test
    void anotherLogsCheckpointProvesNothing() throws Exception {
        // Given
        String other = Log.SIGNER.sign(new Checkpoint("elsewhere.example", 30, log.leaves().getFirst()).text()).signed();
        // When
        List<Fault> faults = faults(whole, kept(other));
        // Then
        assertEquals(List.of(new Fault.OtherLog(Log.ORIGIN, "elsewhere.example")), faults);
    }

    @Test
    void aForgedSignatureAndAStrangersAreToldApart() throws Exception {
        // Given
        NoteSigner stranger = NoteSigner.of("stranger.example", new byte[32]);
        String checkpoint = log.checkpoint(30);
        String text = checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1);
        String forged = checkpoint.replace("/ledger\n30\n", "/ledger\n31\n");
        // When
        List<Fault> ofStranger = faults(log.whole().signed(stranger.sign(text).signed()));
        List<Fault> ofForger = faults(log.whole().signed(forged));
        // Then
        assertEquals(List.of(new Fault.UnknownKey("stranger.example")), ofStranger);
        assertTrue(ofForger.contains(new Fault.BadSignature(Log.key().name())), ofForger.toString());
    }

    @Test
    void withoutAKeyTheOneOfTheFileIsTakenAndThatIsSaid() throws Exception {
        // When
        Report report = Verifier.verify(whole.source(), new Trust(List.of(), List.of(), List.of()), LIMITS);
        // Then
        assertTrue(report.isValid());
        assertEquals(List.of(new Caution.KeyOfTheFile(Log.key().name())), report.cautions());
        assertEquals(List.of(Log.key().name()), report.checked().signedBy());
    }

    @Test
    void aDevelopmentKeyIsNamed() throws Exception {
        // Given
        NoteSigner development = NoteSigner.of("localhost-development", new byte[32]);
        String checkpoint = log.checkpoint(30);
        String signed = development.sign(checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1)).signed();
        // When
        Report report = Verifier.verify(whole.signed(signed).source(),
                new Trust(List.of(development.key()), List.of(), List.of()), LIMITS);
        // Then
        assertTrue(report.isValid());
        assertEquals(List.of(new Caution.DevelopmentKey("localhost-development")), report.cautions());
    }

    @Test
    void anEntryOfAnotherSubmissionIsNamed() throws Exception {
        // Given
        one.items.add(2, log.of(Log.submission(2)).items.get(1));
        // When
        List<Fault> faults = faults(one);
        // Then
        assertEquals(List.of(new Fault.Foreign(9)), faults);
    }

    @Test
    void aProofOfAnotherPlaceAndAMissingOneAreToldApart() throws Exception {
        // Given
        Item second = one.items.get(1);
        one.items.set(1, new Item(second.index(), second.leafHash(), second.text(), log.proof(9)));
        Item third = one.items.get(2);
        one.items.set(2, new Item(third.index(), third.leafHash(), third.text(), List.of("0".repeat(63))));
        Item fourth = one.items.get(3);
        one.items.set(3, new Item(fourth.index(), fourth.leafHash(), fourth.text(), null));
        // When
        List<Fault> faults = faults(one);
        // Then
        assertEquals(List.of(new Fault.NotIncluded(8), new Fault.BadProof(15), new Fault.BadProof(22)), faults);
    }

    @Test
    void aPartOfTheLogIsVouchedForByItsLastEntry() throws Exception {
        // Given
        ExportFile part = log.range(7, 19, null).change(4, "number 11", "number 01", true);
        // When
        Report report = Verifier.verify(part.source(), trust(), LIMITS);
        // Then
        assertEquals(List.of(new Fault.Changed(11)), report.faults());
        assertEquals(List.of(new Caution.PartOnly(7, 19, 30)), report.cautions());
    }

    @ParameterizedTest
    @ValueSource(strings = { " ", "\n" })
    void anotherSpellingOfTheSameJsonIsAChange(String blank) throws Exception {
        assertEquals(List.of(new Fault.RootDiffers(30), new Fault.Changed(7)),
                faults(whole.change(7, ",\"index\"", "," + blank + "\"index\"", true)));
    }

    @Test
    void halfACharacterIsAChange() throws Exception {
        assertTrue(faults(whole.change(7, "number 7", "number \ud800", false)).contains(new Fault.Changed(7)));
    }

    @Test
    void allFaultsAreCountedWhenOnlyAFewAreListed() throws Exception {
        // Given
        for (int i = 0; i < 30; i++) {
            whole.change(i, "number", "nunber", false);
        }
        // When
        Report report = Verifier.verify(whole.source(), trust(), new Limits(100, 4));
        // Then
        assertEquals(4, report.faults().size());
        assertTrue(report.found() >= 30, "counted " + report.found());
    }

    private static List<Fault> faults(ExportFile file) throws Exception {
        return faults(file, trust());
    }

    private static List<Fault> faults(ExportFile file, Trust trust) throws Exception {
        return Verifier.verify(file.source(), trust, LIMITS).faults();
    }

    private static Trust trust() {
        return new Trust(List.of(Log.key()), List.of(), List.of());
    }

    private static Trust kept(String checkpoint) {
        return new Trust(List.of(Log.key()), List.of(checkpoint), List.of());
    }
}
