package dev.touchstone.review.pages.queue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Shown;
import dev.touchstone.review.cases.QueueFilter;
import dev.touchstone.review.human.ClaimOutcome;
import dev.touchstone.review.human.Claims;
import dev.touchstone.review.pages.Answering;
import dev.touchstone.review.pages.Paths;
import dev.touchstone.review.pages.queue.QueueView.Problem;
import dev.touchstone.review.pages.queue.QueueView.Refusal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/**
 * The forms by which people take a case, give it to somebody, and leave it. Taken: back to where they were, the queue or the
 * case ({@code back=case}). Not taken: the queue with why.
 */
@Path("/")
@RolesAllowed({ Roles.REVIEWER, Roles.OPERATOR })
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class ClaimFormsResource {

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final Claims claims;
    private final QueuePages pages;
    private final Answering answering;
    private final Callers callers;

    ClaimFormsResource(Claims claims, QueuePages pages, Answering answering, Callers callers) {
        this.answering = answering;
        this.claims = claims;
        this.pages = pages;
        this.callers = callers;
    }

    @POST
    @Path(Paths.SUBMISSION + "/claim")
    @WithTransaction
    @Operation(hidden = true)
    public Uni<Response> claim(@PathParam("submissionId") UUID submissionId, @FormParam("reviewer") Optional<String> reviewer,
            @FormParam("from") @DefaultValue("") String from, @FormParam("back") @DefaultValue("") String back) {
        ObjectNode wish = wish(submissionId);
        reviewer.filter(name -> !name.isBlank()).ifPresent(name -> wish.put("reviewer", name));
        return claims.claim(wish, callers.current()).flatMap(outcome -> answer(outcome, new Way(submissionId, from, back)));
    }

    @POST
    @Path(Paths.SUBMISSION + "/release")
    @WithTransaction
    @Operation(hidden = true)
    public Uni<Response> release(@PathParam("submissionId") UUID submissionId, @FormParam("from") @DefaultValue("") String from,
            @FormParam("back") @DefaultValue("") String back) {
        return claims.release(wish(submissionId), callers.current())
                .flatMap(outcome -> answer(outcome, new Way(submissionId, from, back)));
    }

    /** Where somebody came from. Of the filter only what is understood is kept, so it leads nowhere else. */
    private record Way(UUID submissionId, String from, String back) {

        QueueFilter filter() {
            return QueueFilter.parse(from);
        }

        String home() {
            String query = filter().query();
            if (back.equals("case")) {
                return "/submissions/" + submissionId
                        + (query.isEmpty() ? "" : "?from=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
            }
            return query.isEmpty() ? "/" : "/?" + query;
        }
    }

    private Uni<Response> answer(ClaimOutcome outcome, Way way) {
        return switch (outcome) {
            case ClaimOutcome.Held ignored -> taken(way);
            case ClaimOutcome.Released ignored -> taken(way);
            case ClaimOutcome.ClaimedByAnother(var claim) -> again(CONFLICT, way, new Problem(Refusal.CLAIMED_BY_ANOTHER,
                    Shown.of(claim.claimedBy()), answering.formats().time(claim.until()), List.of()));
            case ClaimOutcome.NothingPending ignored -> again(CONFLICT, way, problem(Refusal.NOTHING_PENDING));
            case ClaimOutcome.UnknownSubmission ignored -> again(CONFLICT, way, problem(Refusal.NOTHING_PENDING));
            case ClaimOutcome.OwnOrganization ignored -> again(FORBIDDEN, way, problem(Refusal.OWN_ORGANIZATION));
            case ClaimOutcome.Invalid(var violations) ->
                again(UNPROCESSABLE, way, new Problem(Refusal.INVALID, Shown.of(""), "",
                        violations.stream().map(each -> Shown.of(each.pointer().substring(1) + " " + each.detail())).toList()));
        };
    }

    private static Problem problem(Refusal refusal) {
        return new Problem(refusal, Shown.of(""), "", List.of());
    }

    private static Uni<Response> taken(Way way) {
        return Uni.createFrom().item(Response.seeOther(URI.create(way.home())).build());
    }

    private Uni<Response> again(int status, Way way, Problem problem) {
        QueueFilter.Reading reading = new QueueFilter.Reading(way.filter(), List.of());
        return pages.page(status, new QueuePages.Visit(reading, Optional.empty(), callers.current()), problem);
    }

    private static ObjectNode wish(UUID submissionId) {
        return JsonNodeFactory.instance.objectNode().put("submissionId", submissionId.toString());
    }
}
