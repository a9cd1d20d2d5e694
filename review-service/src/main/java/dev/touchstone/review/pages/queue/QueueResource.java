package dev.touchstone.review.pages.queue;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.cases.QueueFilter;
import dev.touchstone.review.cases.QueuePosition;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** The first page: what awaits a decision, what runs, what ended. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class QueueResource {

    private static final int OK = 200;

    private final QueuePages pages;
    private final Callers callers;

    QueueResource(QueuePages pages, Callers callers) {
        this.pages = pages;
        this.callers = callers;
    }

    @GET
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> queue(@Context UriInfo address, @QueryParam("after") Optional<String> after) {
        QueueFilter.Reading reading = QueueFilter.read(address.getQueryParameters()::getFirst);
        return pages.page(OK, new QueuePages.Visit(reading,
                after.flatMap(text -> QueuePosition.read(text, reading.filter())), callers.current()), null);
    }
}
