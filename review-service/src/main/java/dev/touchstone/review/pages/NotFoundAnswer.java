package dev.touchstone.review.pages;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import dev.touchstone.review.Problems;

/** A page for people, a problem document for clients. It comes before the problem library's own mapper. */
@Provider
@Priority(Priorities.USER - 1)
class NotFoundAnswer implements ExceptionMapper<NotFoundException> {

    private static final int NOT_FOUND = 404;

    private final Answering answering;

    NotFoundAnswer(Answering answering) {
        this.answering = answering;
    }

    @Override
    public Response toResponse(NotFoundException exception) {
        if (answering.wantsPage()) {
            // Rendering waits for nothing here: the page has no asynchronous parts.
            return answering.error(NOT_FOUND, ErrorPage.Fault.NOT_FOUND, answering.frame("/")).await().indefinitely();
        }
        return Problems.of(NOT_FOUND, "not-found", "There is nothing here").build().toResponse();
    }
}
