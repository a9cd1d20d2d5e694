package dev.touchstone.review.pages;

import java.lang.annotation.Annotation;
import java.util.Optional;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * Gives a browser a page where a client gets a problem document. A filter, since it sees the answers of all mappers: the
 * problem library's own would be asked before one of ours.
 */
class ErrorForPeople {

    private static final int NOT_FOUND = 404;
    private static final int FIRST_SERVER_ERROR = 500;

    private final Answering answering;

    ErrorForPeople(Answering answering) {
        this.answering = answering;
    }

    @ServerResponseFilter
    Uni<Void> answer(ContainerResponseContext response) {
        return fault(response.getStatus()).filter(fault -> answering.wantsPage() && !isPage(response.getMediaType()))
                .map(fault -> answering.html(new ErrorPage(fault, answering.frame("/")))
                        .invoke(html -> response.setEntity(html, new Annotation[0], Answering.HTML)).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<ErrorPage.Fault> fault(int status) {
        if (status == NOT_FOUND) {
            return Optional.of(ErrorPage.Fault.NOT_FOUND);
        }
        return status >= FIRST_SERVER_ERROR ? Optional.of(ErrorPage.Fault.FAILED) : Optional.empty();
    }

    private static boolean isPage(@Nullable MediaType type) {
        return type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE);
    }
}
