package dev.touchstone.review.pages.queue;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Shown;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.Queue;
import dev.touchstone.review.pages.Answering;
import dev.touchstone.review.pages.Frame;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The first page: what awaits a decision, what runs, what ended. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class QueueResource {

    private static final int OK = 200;
    private static final int SHOWN = 50;

    private final Queue queue;
    private final Answering answering;
    private final Callers callers;
    private final Clock clock;

    QueueResource(Queue queue, Answering answering, Callers callers, Clock clock) {
        this.queue = queue;
        this.answering = answering;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> queue(@QueryParam("q") @DefaultValue("") String search) {
        Caller caller = callers.current();
        Frame frame = answering.frame("/", caller);
        return sections(Sight.of(caller), search, new QueueView.Look(clock.instant(), frame.formats())).flatMap(
                sections -> answering.page(OK, new QueuePage(new QueueView(Shown.of(search), sections), frame), frame));
    }

    private Uni<List<QueueView.Section>> sections(Sight sight, String search, QueueView.Look look) {
        return queue.counts(sight, search).flatMap(counts -> Multi.createFrom().items(QueueView.Group.values())
                .onItem().transformToUniAndConcatenate(group -> queue.list(sight, group.states(), search, SHOWN)
                        .map(cases -> QueueView.section(group, counts, cases, look)))
                .collect().asList());
    }
}
