package dev.touchstone.review.pages.desk;

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
import dev.touchstone.review.pages.Paths;
import io.smallrye.mutiny.Uni;

/** What the forms of the first page send: once to see what it leads to, and once more, confirmed, to have it done. */
@Path("/")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class FormsResource {

    private final Trial trial;
    private final Replies replies;
    private final Callers callers;

    FormsResource(Trial trial, Replies replies, Callers callers) {
        this.trial = trial;
        this.replies = replies;
        this.callers = callers;
    }

    @POST
    @Path(Paths.SUBMISSION + "/decision")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(hidden = true)
    public Uni<Response> decide(@PathParam("submissionId") UUID submissionId, MultivaluedMap<String, String> fields) {
        Form form = new Form(submissionId, fields);
        return form.press() == Form.Press.CHANGE ? replies.form(form)
                : trial.decision(form, callers.current()).flatMap(tried -> replies.toDecision(form, tried));
    }

    @POST
    @Path(Paths.SUBMISSION + "/retry")
    @RolesAllowed({ Roles.REVIEWER, Roles.OPERATOR })
    @Operation(hidden = true)
    public Uni<Response> retry(@PathParam("submissionId") UUID submissionId, MultivaluedMap<String, String> fields) {
        Form form = new Form(submissionId, fields);
        return form.press() == Form.Press.CHANGE ? replies.form(form)
                : trial.retry(form, callers.current()).flatMap(tried -> replies.toRetry(form, tried));
    }
}
