package dev.touchstone.review.pages.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.cases.RoundLine;
import dev.touchstone.review.ledger.KeptCheckpoint;
import dev.touchstone.review.ledger.LedgerLine;
import dev.touchstone.review.ledger.Standing;
import dev.touchstone.review.ledger.check.Export;
import dev.touchstone.review.ledger.check.Fault;
import dev.touchstone.review.ledger.check.Report;
import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.note.NoteSigner;
import dev.touchstone.review.ledger.tree.Hash;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Language;
import dev.touchstone.review.pages.ledger.LedgerView.Status;
import dev.touchstone.review.pages.submission.Told;

class LedgerShapingTest {

    private final Reviews review = new Reviews().passed(Stage.PRECHECK, 1, 1);

    @Test
    void theNewestEntriesComeFirstAndTwoHundredAreOnAPage() {
        // Given
        List<LedgerLine> lines = lines(450);
        // When
        LedgerView first = shape(null).shape(lines, 1, false);
        LedgerView last = shape(null).shape(lines, 99, false);
        // Then
        assertEquals(List.of(449L, 250L), List.of(first.entries().getFirst().index(), first.entries().getLast().index()));
        assertEquals(new LedgerView.Turn(1, 200, 450, null, path(2)), first.turn());
        assertEquals(new LedgerView.Turn(401, 450, 450, path(2), null), last.turn());
    }

    @Test
    void whatWasNotCheckedIsNotCalledProved() {
        // When
        LedgerView view = shape(null).shape(lines(2), 1, false);
        // Then
        assertEquals(Status.UNCHECKED, view.proof().status());
        assertEquals(Status.UNCHECKED, view.entries().getFirst().status());
        assertNull(view.entries().getFirst().kept().upload());
    }

    @Test
    void aFaultIsShownAtItsEntryAndInWords() {
        // Given
        Report report = new Report(List.of(new Fault.NotIncluded(1)), 1, List.of(),
                new Report.Checked(new Export.OfSubmission("a", 3, 2), 3, null, List.of()));
        // When
        LedgerView view = shape(report).shape(lines(3), 1, false);
        // Then
        assertEquals(Status.FAULTS, view.proof().status());
        assertEquals("not_included", view.proof().faults().getFirst().kind().text());
        assertEquals(List.of(Status.HOLDS, Status.FAULTS, Status.HOLDS),
                view.entries().stream().map(LedgerView.Line::status).toList());
    }

    private String path(int page) {
        return "/submissions/" + review.id() + "/ledger?page=" + page;
    }

    private LedgerShaping shape(@Nullable Report report) {
        CaseView view = CaseView.of(review.told());
        NoteSigner signer = NoteSigner.of("touchstone.example", new byte[32]);
        KeptCheckpoint head = new KeptCheckpoint(new Checkpoint("touchstone.example", 500, Hash.EMPTY), "", signer.key(),
                Samples.NOON);
        return new LedgerShaping(new Told(view, RoundLine.of(view), List.of()), new Standing(head, false, report),
                Formats.of(Language.ENGLISH));
    }

    private List<LedgerLine> lines(int count) {
        List<LedgerLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new LedgerLine(
                    new LedgerLine.Place(i, "precheck", 1, review.review().workflowRunId().toString(), "2026-01-01T12:00:00Z"),
                    "ab".repeat(32), "cd".repeat(32),
                    new LedgerLine.Recorded("completed", UUID.randomUUID().toString(), "run", List.of(), null),
                    "{\"actor\":{\"name\":\"test\"}}"));
        }
        return lines;
    }
}
