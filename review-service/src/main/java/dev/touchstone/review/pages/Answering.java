package dev.touchstone.review.pages;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;

/** Turns pages into answers, in the reader's language. */
@ApplicationScoped
public class Answering {

    static final String LANGUAGE = "lang";
    static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final HttpHeaders headers;
    private final CurrentIdentityAssociation identity;

    Answering(HttpHeaders headers, CurrentIdentityAssociation identity) {
        this.headers = headers;
        this.identity = identity;
    }

    public Uni<Response> page(int status, TemplateInstance page, Frame frame) {
        return page.setLocale(frame.language().locale()).createUni()
                .map(html -> Response.status(status).type(HTML).entity(html)
                        .header(HttpHeaders.CONTENT_LANGUAGE, frame.language().tag())
                        .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                        // What awaits a decision must not be looked up in yesterday's copy.
                        .header(HttpHeaders.CACHE_CONTROL, "no-store").build());
    }

    Uni<String> html(ErrorPage page) {
        return page.setLocale(page.frame().language().locale()).createUni();
    }

    public Uni<Response> error(int status, ErrorPage.Fault fault) {
        return frame("/").flatMap(frame -> page(status, new ErrorPage(fault, frame), frame));
    }

    /** Around a page of somebody who is known. */
    public Frame frame(String path, Caller reader) {
        return Frame.of(language(), path, Optional.of(reader));
    }

    /** Around a page for whoever it is, as that something is wrong: perhaps with who it is. */
    Uni<Frame> frame(String path) {
        Language language = language();
        return identity.getDeferredIdentity().map(Callers::of).onFailure().recoverWithItem(Optional.<Caller> empty())
                .map(reader -> Frame.of(language, path, reader));
    }

    /** How dates and figures are written for whoever asks. */
    public Formats formats() {
        return Formats.of(language());
    }

    private Language language() {
        Cookie chosen = headers.getCookies().get(LANGUAGE);
        return Language.choose(Optional.ofNullable(chosen).map(Cookie::getValue), headers.getAcceptableLanguages());
    }

    /** Whether somebody wants to see a page: a browser says so; one that says nothing is believed to. */
    public boolean isVisit() {
        String mode = headers.getHeaderString("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate");
    }

    /** Whether the answer is for a person: clients of the API do not ask for HTML by name. */
    boolean wantsPage() {
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.getType().equals("text") && type.getSubtype().equals("html"));
    }
}
