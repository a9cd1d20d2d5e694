package dev.touchstone.review.pages.desk;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import dev.touchstone.events.access.Callers;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Shown;
import dev.touchstone.review.human.DecisionOutcome;
import dev.touchstone.review.human.RetryOutcome;
import dev.touchstone.review.pages.Answering;
import dev.touchstone.review.pages.desk.Puts.Problem;
import dev.touchstone.review.pages.desk.Puts.Refusal;
import dev.touchstone.review.pages.desk.Puts.Taken;
import dev.touchstone.review.pages.desk.Puts.Wrong;
import dev.touchstone.review.pages.submission.CasePages.Visit;
import dev.touchstone.review.pages.submission.Scene;
import dev.touchstone.review.pages.submission.Tab;
import io.smallrye.mutiny.Uni;

/**
 * Answers forms. Taken: back to the page, which a reload does not send again. To be confirmed: the page that says what it leads
 * to. Not taken: the page with why.
 */
@ApplicationScoped
class Replies {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final Submissions submissions;
    private final Answering answering;
    private final Callers callers;

    Replies(Submissions submissions, Answering answering, Callers callers) {
        this.submissions = submissions;
        this.answering = answering;
        this.callers = callers;
    }

    /** The form once more, with what was put in. */
    Uni<Response> form(Form form) {
        return submissions.page(OK, overview(form), new Puts(null, Taken.NOTHING, form.again()));
    }

    Uni<Response> toDecision(Form form, Tried<DecisionOutcome> tried) {
        return switch (tried.outcome()) {
            case DecisionOutcome.Taken ignored -> granted(form, tried, Taken.DECISION);
            case DecisionOutcome.AwaitsSecond ignored -> granted(form, tried, Taken.PROPOSAL);
            case DecisionOutcome.AlreadyDecided first -> isRepeated(form, first) ? back(form, Taken.DECISION)
                    : again(CONFLICT, form, new Problem(false, Refusal.ALREADY_DECIDED, List.of(),
                            Shown.of(first.decidedBy()), answering.formats().time(first.decidedAt())));
            case DecisionOutcome.OwnAgreement first -> isRepeated(form, first, tried.stale()) ? back(form, Taken.PROPOSAL)
                    : again(CONFLICT, form, new Problem(false, Refusal.OWN_AGREEMENT, List.of(), Shown.of(first.by()),
                            answering.formats().time(first.at())));
            case DecisionOutcome.ClaimedByAnother(var claim) -> again(CONFLICT, form,
                    new Problem(false, Refusal.CLAIMED_BY_ANOTHER, List.of(), Shown.of(claim.claimedBy()),
                            answering.formats().time(claim.until())));
            case DecisionOutcome.Invalid(List<Violation> violations) ->
                again(UNPROCESSABLE, form, invalid(false, violations));
            case DecisionOutcome.OwnOrganization ignored ->
                again(FORBIDDEN, form, Problem.of(false, Refusal.OWN_ORGANIZATION));
            case DecisionOutcome.NothingPending ignored -> again(CONFLICT, form, Problem.of(false, Refusal.NOTHING_PENDING));
            case DecisionOutcome.VerdictUnknown ignored -> again(CONFLICT, form, Problem.of(false, Refusal.VERDICT_UNKNOWN));
            case DecisionOutcome.UnknownSubmission ignored ->
                again(CONFLICT, form, Problem.of(false, Refusal.NOTHING_PENDING));
        };
    }

    private Uni<Response> granted(Form form, Tried<DecisionOutcome> tried, Taken taken) {
        if (tried.kept()) {
            return back(form, taken);
        }
        return tried.stale() ? again(CONFLICT, form, Problem.of(false, Refusal.CHANGED))
                : confirm(form, scene -> Confirming.decision(scene, form, tried.outcome()));
    }

    /** A button that was pressed twice asks for nothing new. */
    private boolean isRepeated(Form form, DecisionOutcome.AlreadyDecided first) {
        return form.press() == Form.Press.CONFIRM && first.decidedBy().equals(callers.current().name())
                && first.decision().equals(form.value("decision"));
    }

    /** Whoever had seen the own proposal tries to be two reviewers; whoever had not pressed the button twice. */
    private boolean isRepeated(Form form, DecisionOutcome.OwnAgreement first, boolean stale) {
        return form.press() == Form.Press.CONFIRM && first.by().equals(callers.current().name()) && stale;
    }

    Uni<Response> toRetry(Form form, Tried<RetryOutcome> tried) {
        return switch (tried.outcome()) {
            case RetryOutcome.Asked ignored when tried.kept() -> back(form, Taken.RETRY);
            case RetryOutcome.Asked ignored when tried.stale() -> again(CONFLICT, form, Problem.of(true, Refusal.CHANGED));
            case RetryOutcome.Asked ignored -> confirm(form, scene -> Confirming.retry(scene, form));
            case RetryOutcome.AlreadyAsked first -> again(CONFLICT, form, new Problem(true, Refusal.ALREADY_ASKED,
                    List.of(), Shown.of(first.requestedBy()), answering.formats().time(first.requestedAt())));
            case RetryOutcome.HasNotRun ignored -> again(CONFLICT, form, Problem.of(true, Refusal.HAS_NOT_RUN));
            case RetryOutcome.ReviewEnded ignored -> again(CONFLICT, form, Problem.of(true, Refusal.REVIEW_ENDED));
            case RetryOutcome.Invalid(List<Violation> violations) -> again(UNPROCESSABLE, form, invalid(true, violations));
            case RetryOutcome.OwnOrganization ignored ->
                again(FORBIDDEN, form, Problem.of(true, Refusal.OWN_ORGANIZATION));
            case RetryOutcome.UnknownSubmission ignored -> again(CONFLICT, form, Problem.of(true, Refusal.HAS_NOT_RUN));
        };
    }

    private static Uni<Response> back(Form form, Taken taken) {
        String from = form.value("from").isEmpty() ? ""
                : "&from=" + URLEncoder.encode(form.value("from"), StandardCharsets.UTF_8);
        URI page = URI.create("/submissions/" + form.submissionId() + "?taken=" + taken.key() + from + "#" + taken.key());
        return Uni.createFrom().item(Response.seeOther(page).build());
    }

    private Uni<Response> confirm(Form form, Function<Scene, Confirmation> confirmation) {
        return submissions.confirmation(overview(form), confirmation);
    }

    private Uni<Response> again(int status, Form form, Problem problem) {
        return submissions.page(status, overview(form), new Puts(problem, Taken.NOTHING, form.again()));
    }

    private static Visit overview(Form form) {
        return Visit.to(form.submissionId(), Tab.OVERVIEW, "");
    }

    private static Problem invalid(boolean ofRetry, List<Violation> violations) {
        List<Wrong> wrong = violations.stream()
                .map(violation -> new Wrong(violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1),
                        violation.detail()))
                .toList();
        return new Problem(ofRetry, Refusal.INVALID, wrong, Shown.of(""), "");
    }
}
