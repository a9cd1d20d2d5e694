package dev.touchstone.review.pages.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.touchstone.review.Shown;
import dev.touchstone.review.ledger.LedgerLine;
import dev.touchstone.review.pages.Digest;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.submission.Told;

/** Shapes the ledger's entries of a review. */
final class LedgerShaping {

    private LedgerShaping() {
    }

    /** Of an earlier round only its own. */
    static LedgerView shape(Told told, List<LedgerLine> lines, Formats formats) {
        String round = told.view().subject().review().workflowRunId().toString();
        return new LedgerView(lines.stream()
                .filter(line -> !told.isPast() || line.place().workflowRunId().equals(round))
                .sorted(Comparator.comparingLong((LedgerLine line) -> line.place().index()).reversed())
                .map(line -> line(line, formats)).toList());
    }

    private static LedgerView.Line line(LedgerLine line, Formats formats) {
        return new LedgerView.Line(line.place().index(), line.place().stage(), line.place().attempt(),
                Shown.of(line.recorded().event()),
                new LedgerView.Sealed(formats.time(Instant.parse(line.place().generatedAt())), Digest.of(line.digest())));
    }
}
