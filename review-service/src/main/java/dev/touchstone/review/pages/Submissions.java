package dev.touchstone.review.pages;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import dev.touchstone.events.access.Caller;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.CaseFile;
import dev.touchstone.review.cases.RoundLine;
import dev.touchstone.review.ledger.Ledger;
import io.smallrye.mutiny.Uni;

/** Gathers what the page of a submission shows. Works in the caller's session. */
@ApplicationScoped
class Submissions {

    private static final int NOT_FOUND = 404;

    private final CaseFile file;
    private final Ledger ledger;
    private final Besides besides;
    private final Answering answering;
    private final Clock clock;

    Submissions(CaseFile file, Ledger ledger, Besides besides, Answering answering, Clock clock) {
        this.file = file;
        this.ledger = ledger;
        this.besides = besides;
        this.answering = answering;
        this.clock = clock;
    }

    /**
     * Who looks at what.
     *
     * @param round empty for the current one
     */
    record Visit(Caller caller, SubmissionView.Puts puts, OptionalInt round) {

        static Visit after(Caller caller, SubmissionView.Puts puts) {
            return new Visit(caller, puts, OptionalInt.empty());
        }
    }

    Uni<Response> page(int status, UUID submissionId, Visit visit, Frame frame) {
        return file.view(submissionId, Sight.of(visit.caller()))
                .flatMap(found -> found.map(view -> gather(view, visit.caller()).map(material -> inRound(material, visit)))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .flatMap(material -> material
                        .map(known -> answering.page(status,
                                new SubmissionPage(Shaping.shape(known, visit, clock.instant()), frame), frame))
                        .orElseGet(() -> answering.error(NOT_FOUND, ErrorPage.Fault.NOT_FOUND)));
    }

    private Uni<Shaping.Material> gather(CaseView view, Caller caller) {
        return file.events(view.submissionId())
                .flatMap(events -> ledger.lines(view.submissionId())
                        .flatMap(lines -> besides.of(view, caller)
                                .map(known -> new Shaping.Material(view, RoundLine.of(view), events, lines, known))));
    }

    /** Empty where there is no such round. */
    private static Optional<Shaping.Material> inRound(Shaping.Material whole, Visit visit) {
        return visit.round().isEmpty() ? Optional.of(whole) : whole.inRound(visit.round().getAsInt());
    }
}
