package dev.touchstone.review.pages.desk;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Shown;
import dev.touchstone.review.human.DecisionOutcome;
import dev.touchstone.review.human.Decisions;
import dev.touchstone.review.human.Retries;
import dev.touchstone.review.human.RetryOutcome;
import dev.touchstone.review.pages.Answering;
import dev.touchstone.review.pages.Paths;
import dev.touchstone.review.pages.desk.SubmissionView.Problem;
import dev.touchstone.review.pages.desk.SubmissionView.Refusal;
import dev.touchstone.review.pages.desk.SubmissionView.Wrong;
import dev.touchstone.review.pages.submission.CasePages;
import dev.touchstone.review.pages.submission.Tab;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What the forms of a page send. Taken: back to the page, which a reload does not send again. Not taken: the page with why. */
@Path("/")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class FormsResource {

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final Decisions decisions;
    private final Retries retries;
    private final Submissions submissions;
    private final Callers callers;
    private final Answering answering;

    FormsResource(Decisions decisions, Retries retries, Submissions submissions, Callers callers,
            Answering answering) {
        this.decisions = decisions;
        this.retries = retries;
        this.submissions = submissions;
        this.callers = callers;
        this.answering = answering;
    }

    @POST
    @Path(Paths.SUBMISSION + "/decision")
    @RolesAllowed(Roles.REVIEWER)
    @WithTransaction
    @Operation(hidden = true)
    public Uni<Response> decide(@PathParam("submissionId") UUID submissionId, MultivaluedMap<String, String> fields) {
        Form form = new Form(submissionId, fields);
        return decisions.decide(form.decision(), callers.current()).flatMap(outcome -> switch (outcome) {
            case DecisionOutcome.Taken ignored -> back("/submissions/" + submissionId);
            case DecisionOutcome.AwaitsSecond ignored -> back("/submissions/" + submissionId);
            case DecisionOutcome.OwnAgreement first -> again(CONFLICT, form, new Problem(false, Refusal.OWN_AGREEMENT,
                    List.of(), Shown.of(first.by()), answering.formats().time(first.at())));
            case DecisionOutcome.AlreadyDecided first -> again(CONFLICT, form, new Problem(false, Refusal.ALREADY_DECIDED,
                    List.of(), Shown.of(first.decidedBy()), answering.formats().time(first.decidedAt())));
            case DecisionOutcome.NothingPending ignored -> again(CONFLICT, form, problem(false, Refusal.NOTHING_PENDING));
            case DecisionOutcome.Invalid invalid -> again(UNPROCESSABLE, form, invalid(false, invalid.violations()));
            case DecisionOutcome.OwnOrganization ignored -> again(FORBIDDEN, form, problem(false, Refusal.OWN_ORGANIZATION));
            case DecisionOutcome.UnknownSubmission ignored -> again(CONFLICT, form, problem(false, Refusal.NOTHING_PENDING));
        });
    }

    @POST
    @Path(Paths.SUBMISSION + "/retry")
    @RolesAllowed({ Roles.REVIEWER, Roles.OPERATOR })
    @WithTransaction
    @Operation(hidden = true)
    public Uni<Response> retry(@PathParam("submissionId") UUID submissionId, MultivaluedMap<String, String> fields) {
        Form form = new Form(submissionId, fields);
        return retries.ask(form.retry(), callers.current()).flatMap(outcome -> switch (outcome) {
            case RetryOutcome.Asked ignored -> back("/submissions/" + submissionId + "?retry=taken#retry");
            case RetryOutcome.AlreadyAsked first -> again(CONFLICT, form, new Problem(true, Refusal.ALREADY_ASKED,
                    List.of(), Shown.of(first.requestedBy()), answering.formats().time(first.requestedAt())));
            case RetryOutcome.HasNotRun ignored -> again(CONFLICT, form, problem(true, Refusal.HAS_NOT_RUN));
            case RetryOutcome.ReviewEnded ignored -> again(CONFLICT, form, problem(true, Refusal.REVIEW_ENDED));
            case RetryOutcome.Invalid invalid -> again(UNPROCESSABLE, form, invalid(true, invalid.violations()));
            case RetryOutcome.OwnOrganization ignored -> again(FORBIDDEN, form, problem(true, Refusal.OWN_ORGANIZATION));
            case RetryOutcome.UnknownSubmission ignored -> again(CONFLICT, form, problem(true, Refusal.HAS_NOT_RUN));
        });
    }

    private static Uni<Response> back(String path) {
        return Uni.createFrom().item(Response.seeOther(URI.create(path)).build());
    }

    private Uni<Response> again(int status, Form form, Problem problem) {
        return submissions.page(status, CasePages.Visit.to(form.submissionId(), Tab.OVERVIEW, ""), form.puts(problem));
    }

    private static Problem problem(boolean ofRetry, Refusal refusal) {
        return new Problem(ofRetry, refusal, List.of(), Shown.of(""), "");
    }

    private static Problem invalid(boolean ofRetry, List<Violation> violations) {
        List<Wrong> wrong = violations.stream()
                .map(violation -> new Wrong(violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1),
                        violation.detail()))
                .toList();
        return new Problem(ofRetry, Refusal.INVALID, wrong, Shown.of(""), "");
    }
}
