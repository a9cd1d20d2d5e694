package dev.touchstone.review.pages.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.Shown;
import dev.touchstone.review.ledger.LedgerLine;
import dev.touchstone.review.ledger.Standing;
import dev.touchstone.review.ledger.audit.UploadStatus;
import dev.touchstone.review.ledger.check.Fault;
import dev.touchstone.review.ledger.check.Report;
import dev.touchstone.review.ledger.check.Said;
import dev.touchstone.review.pages.Digest;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.ledger.LedgerView.Line;
import dev.touchstone.review.pages.ledger.LedgerView.Proof;
import dev.touchstone.review.pages.ledger.LedgerView.Status;
import dev.touchstone.review.pages.submission.Tab;
import dev.touchstone.review.pages.submission.Told;

/** Shapes the ledger's entries of a review. */
final class LedgerShaping {

    private static final int PAGE = 200;

    private final Told told;
    private final Standing standing;
    private final Formats formats;
    private final Set<Long> faulty;

    LedgerShaping(Told told, Standing standing, Formats formats) {
        this.told = told;
        this.standing = standing;
        this.formats = formats;
        Report report = standing.report();
        this.faulty = report == null ? Set.of()
                : report.faults().stream()
                        .flatMap(fault -> fault instanceof Fault.OfEntry entry ? List.of(entry.index()).stream()
                                : List.<Long> of().stream())
                        .collect(Collectors.toSet());
    }

    /**
     * Of an earlier round only its own entries.
     *
     * @param page from 1; what is beyond the last page is the last
     */
    LedgerView shape(List<LedgerLine> lines, int page, boolean resends) {
        String round = told.view().subject().review().workflowRunId().toString();
        List<LedgerLine> all = lines.stream()
                .filter(line -> !told.isPast() || line.place().workflowRunId().equals(round))
                .sorted(Comparator.comparingLong((LedgerLine line) -> line.place().index()).reversed()).toList();
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.clamp(page, 1, pages);
        int first = (shown - 1) * PAGE;
        List<LedgerLine> here = all.subList(first, Math.min(all.size(), first + PAGE));
        return new LedgerView(proof(), here.stream().map(this::line).toList(), new LedgerView.Turn(first + 1,
                first + here.size(), all.size(), shown == 1 ? null : href(shown - 1), shown == pages ? null : href(shown + 1)),
                resends);
    }

    private String href(int page) {
        return Tab.LEDGER.path(told.view().submissionId().toString()) + "?"
                + (told.isPast() ? "round=" + told.view().subject().round() + "&" : "") + "page=" + page;
    }

    private Proof proof() {
        var head = standing.head();
        Report report = standing.report();
        return new Proof(report == null ? Status.UNCHECKED : report.isValid() ? Status.HOLDS : Status.FAULTS,
                new LedgerView.Head(String.valueOf(head.checkpoint().size()), Digest.of(head.checkpoint().rootHash().hex()),
                        Shown.of(head.key().name()), standing.development(), formats.time(head.signedAt())),
                report == null ? List.of()
                        : report.faults().stream().map(Said::of)
                                .map(said -> new LedgerView.Fault(Shown.of(said.kind()), Shown.of(said.detail()))).toList());
    }

    private Line line(LedgerLine line) {
        return new Line(line.place().index(),
                new LedgerView.Said(Shown.of(line.recorded().event()), stage(line.place().stage()), line.place().attempt(),
                        Shown.of(actor(line.entry()))),
                new LedgerView.Sealed(formats.moment(Instant.parse(line.place().generatedAt())), Digest.of(line.digest()),
                        Shown.of(line.entry())),
                new LedgerView.Kept(line.recorded().artifacts().stream().map(file -> new LedgerView.File(
                        Shown.of(file.name()), file.download(), Digest.of(file.digest()))).toList(),
                        upload(line.recorded().upload())),
                status(line.place().index()));
    }

    private LedgerView.@Nullable Upload upload(@Nullable UploadStatus upload) {
        return upload == null ? null
                : new LedgerView.Upload(upload.state(), upload.lastTriedAt() == null ? "" : formats.time(upload.lastTriedAt()),
                        Shown.of(upload.reason()));
    }

    private Status status(long index) {
        if (faulty.contains(index)) {
            return Status.FAULTS;
        }
        return standing.report() == null ? Status.UNCHECKED : Status.HOLDS;
    }

    private static @Nullable Stage stage(String key) {
        return Arrays.stream(Stage.values()).filter(stage -> stage.key().equals(key)).findFirst().orElse(null);
    }

    private static String actor(String entry) {
        try {
            return EventJson.mapper().readTree(entry).path("actor").path("name").asText();
        } catch (IOException corrupt) {
            throw new IllegalStateException("An entry is not the JSON that was written", corrupt);
        }
    }
}
