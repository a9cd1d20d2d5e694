package dev.touchstone.review.pages;

import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Shown;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.Queue;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The pages that only show. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class PagesResource {

    private static final int OK = 200;
    private static final int SHOWN = 50;

    private final Queue queue;
    private final Submissions submissions;
    private final Answering answering;
    private final Callers callers;
    private final Clock clock;

    PagesResource(Queue queue, Submissions submissions, Answering answering, Callers callers, Clock clock) {
        this.queue = queue;
        this.submissions = submissions;
        this.answering = answering;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> queue(@QueryParam("q") @DefaultValue("") String search,
            @QueryParam("lang") @Nullable String language) {
        if (language != null) {
            return Uni.createFrom().item(Answering.inLanguage(language, "/"));
        }
        Caller caller = callers.current();
        Frame frame = answering.frame("/", caller);
        return sections(Sight.of(caller), search).flatMap(
                sections -> answering.page(OK, new QueuePage(new QueueView(Shown.of(search), sections), frame), frame));
    }

    private Uni<List<QueueView.Section>> sections(Sight sight, String search) {
        return queue.counts(sight, search).flatMap(counts -> Multi.createFrom().items(QueueView.Group.values())
                .onItem().transformToUniAndConcatenate(group -> queue.list(sight, group.states(), search, SHOWN)
                        .map(cases -> QueueView.section(group, counts, cases, clock.instant())))
                .collect().asList());
    }

    @GET
    @Path(Paths.SUBMISSION)
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> submission(@PathParam("submissionId") UUID submissionId, @QueryParam("lang") @Nullable String language,
            @QueryParam("retry") @DefaultValue("") String retry, @QueryParam("round") @DefaultValue("") String round) {
        boolean ofRound = round.matches("[1-9]\\d{0,4}");
        String path = "/submissions/" + submissionId + (ofRound ? "?round=" + round : "");
        if (language != null) {
            return Uni.createFrom().item(Answering.inLanguage(language, path));
        }
        Caller caller = callers.current();
        return submissions.page(OK, submissionId, new Submissions.Visit(caller, SubmissionView.Puts.NONE,
                ofRound ? OptionalInt.of(Integer.parseInt(round)) : OptionalInt.empty()),
                answering.frame(path, caller).afterRetry(retry.equals("taken")));
    }
}
