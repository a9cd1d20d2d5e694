package dev.touchstone.review.pages;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import dev.touchstone.review.CaseView;
import dev.touchstone.review.cases.CaseFile;
import dev.touchstone.review.human.Decisions;
import dev.touchstone.review.ledger.Ledger;
import io.smallrye.mutiny.Uni;

/** Gathers what the page of a submission shows. Works in the caller's session. */
@ApplicationScoped
class Submissions {

    private static final int NOT_FOUND = 404;

    private final CaseFile file;
    private final Ledger ledger;
    private final Decisions decisions;
    private final Answering answering;
    private final Clock clock;

    Submissions(CaseFile file, Ledger ledger, Decisions decisions, Answering answering, Clock clock) {
        this.file = file;
        this.ledger = ledger;
        this.decisions = decisions;
        this.answering = answering;
        this.clock = clock;
    }

    Uni<Response> page(int status, UUID submissionId, SubmissionView.Puts puts, Frame frame) {
        return file.view(submissionId).flatMap(found -> found.map(this::gather)
                .map(material -> material.map(known -> new SubmissionPage(Shaping.shape(known, puts, clock.instant()), frame))
                        .flatMap(page -> answering.page(status, page, frame)))
                .orElseGet(() -> answering.error(NOT_FOUND, ErrorPage.Fault.NOT_FOUND, frame)));
    }

    private Uni<Shaping.Material> gather(CaseView view) {
        return file.events(view.submissionId())
                .flatMap(events -> ledger.lines(view.submissionId())
                        .flatMap(lines -> decisions.lastAnswer(view.submissionId())
                                .map(answer -> new Shaping.Material(view, events, lines, answer))));
    }
}
