package dev.touchstone.review.pages.submission;

import java.util.Optional;

import dev.touchstone.events.ReviewContext;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.PublicAddress;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Paths;

/** Shapes what stands above every page of a review. */
final class HeadShaping {

    private HeadShaping() {
    }

    static CaseHead shape(Told told, Tab tab) {
        CaseView view = told.view();
        CaseView.Subject subject = view.subject();
        CaseState state = view.course().state();
        // The first page says it where it asks.
        boolean asked = tab == Tab.OVERVIEW && view.course().question() != null;
        return new CaseHead(view.submissionId().toString(),
                new CaseHead.Named(Shown.of(subject.displayName()), Shown.of(subject.ownId()),
                        Shown.of(subject.review().revision()), Paths.agent(subject.review().agentId())),
                new CaseHead.Standing(state, Shown.of(asked ? "" : view.course().reason()),
                        subject.review().workflowRunId().toString(), rounds(told)),
                RunShaping.shape(view), source(view), tab);
    }

    private static CaseHead.Rounds rounds(Told told) {
        int shown = told.view().subject().round();
        return new CaseHead.Rounds(shown, told.isPast(), told.rounds().stream()
                .map(line -> new CaseHead.Round(line.round(), line.page(), line.state(), line.round() == shown))
                .toList());
    }

    private static CaseHead.Source source(CaseView view) {
        ReviewContext context = view.subject().context();
        PublicAddress address = PublicAddress
                .of(view.subject().agent() == null ? "" : view.subject().agent().endpoint().toString());
        CaseHead.Endpoint endpoint = new CaseHead.Endpoint(Shown.of(address.text()), address.isCut());
        if (context == null) {
            return new CaseHead.Source(Shown.of(""), Shown.of(""), Shown.of(""), endpoint, Shown.of(""));
        }
        String branch = context.branch() == null ? "" : context.branch() + " ";
        return new CaseHead.Source(Shown.of(context.organizationId()), Shown.of(context.repository()),
                Shown.of(branch + Optional.ofNullable(context.commit()).orElse("")), endpoint,
                Shown.of(context.policyVersion()));
    }
}
