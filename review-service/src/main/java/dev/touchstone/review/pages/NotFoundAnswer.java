package dev.touchstone.review.pages;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import dev.touchstone.review.Problems;
import io.smallrye.mutiny.Uni;

/** A page for people, a problem document for clients. */
class NotFoundAnswer {

    private static final int NOT_FOUND = 404;

    private final Answering answering;

    NotFoundAnswer(Answering answering) {
        this.answering = answering;
    }

    /** Comes before the problem library's own mapper of the same exception. */
    @ServerExceptionMapper(value = NotFoundException.class, priority = Priorities.USER - 100)
    public Uni<Response> answer() {
        return answering.wantsPage()
                ? answering.error(NOT_FOUND, ErrorPage.Fault.NOT_FOUND, answering.frame("/"))
                : Uni.createFrom()
                        .item(Problems.of(NOT_FOUND, "not-found", "There is nothing here").build().toResponse());
    }
}
