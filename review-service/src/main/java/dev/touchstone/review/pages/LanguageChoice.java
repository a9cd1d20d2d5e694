package dev.touchstone.review.pages;

import java.util.stream.Stream;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Takes a choice of language out of the address into a cookie, so that a link that is passed on leaves it to its reader. */
class LanguageChoice {

    private static final int A_YEAR = 31_536_000;

    @ServerRequestFilter
    @Nullable
    Response choose(ContainerRequestContext request) {
        String chosen = request.getUriInfo().getQueryParameters().getFirst(Answering.LANGUAGE);
        if (chosen == null || !request.getMethod().equals("GET")) {
            return null;
        }
        UriBuilder page = UriBuilder.fromPath(request.getUriInfo().getRequestUri().getRawPath());
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!name.equals(Answering.LANGUAGE)) {
                page.queryParam(name, values.toArray());
            }
        });
        Response.ResponseBuilder back = Response.seeOther(page.build()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return (isKnown(chosen) ? back.cookie(cookie(chosen)) : back).build();
    }

    private static boolean isKnown(String chosen) {
        return Stream.of(Language.values()).anyMatch(language -> language.tag().equals(chosen));
    }

    private static NewCookie cookie(String chosen) {
        return new NewCookie.Builder(Answering.LANGUAGE).value(chosen).path("/").maxAge(A_YEAR).httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX).build();
    }
}
