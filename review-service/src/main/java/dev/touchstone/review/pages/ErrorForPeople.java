package dev.touchstone.review.pages;

import java.lang.annotation.Annotation;
import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * Gives a browser a page where a client gets a problem document, and the sign-in where somebody must be known. A filter, since
 * it sees the answers of all mappers: the
 * problem library's own would be asked before one of ours.
 */
class ErrorForPeople {

    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_SERVER_ERROR = 500;

    private final Answering answering;

    ErrorForPeople(Answering answering) {
        this.answering = answering;
    }

    @ServerResponseFilter
    Uni<Void> answer(ContainerRequestContext request, ContainerResponseContext response) {
        if (!answering.wantsPage() || isPage(response.getMediaType())) {
            return Uni.createFrom().voidItem();
        }
        if (response.getStatus() == UNAUTHENTICATED) {
            leadToSignIn(request, response);
        }
        return fault(response.getStatus()).map(fault -> show(fault, response)).orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> show(ErrorPage.Fault fault, ContainerResponseContext response) {
        return answering.frame("/").flatMap(frame -> answering.html(new ErrorPage(fault, frame)))
                .invoke(html -> response.setEntity(html, new Annotation[0], Answering.HTML)).replaceWithVoid();
    }

    private static void leadToSignIn(ContainerRequestContext request, ContainerResponseContext response) {
        ReturnPath back = ReturnPath.after(request.getMethod(), request.getUriInfo().getRequestUri());
        response.setStatusInfo(Response.Status.SEE_OTHER);
        response.setEntity(null);
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, back.signIn());
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Optional<ErrorPage.Fault> fault(int status) {
        if (status == NOT_FOUND) {
            return Optional.of(ErrorPage.Fault.NOT_FOUND);
        }
        if (status == FORBIDDEN) {
            return Optional.of(ErrorPage.Fault.FORBIDDEN);
        }
        return status >= FIRST_SERVER_ERROR ? Optional.of(ErrorPage.Fault.FAILED) : Optional.empty();
    }

    private static boolean isPage(@Nullable MediaType type) {
        return type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE);
    }
}
