package dev.touchstone.review.pages;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

/** Turns pages into answers, in the reader's language. */
@ApplicationScoped
class Answering {

    static final String LANGUAGE = "lang";
    static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final HttpHeaders headers;

    Answering(HttpHeaders headers) {
        this.headers = headers;
    }

    Uni<Response> page(int status, TemplateInstance page, Frame frame) {
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

    Uni<Response> error(int status, ErrorPage.Fault fault, Frame frame) {
        return page(status, new ErrorPage(fault, frame), frame);
    }

    Frame frame(String path) {
        Cookie chosen = headers.getCookies().get(LANGUAGE);
        return new Frame(Language.choose(Optional.ofNullable(chosen).map(Cookie::getValue),
                headers.getAcceptableLanguages()), path, false);
    }

    /** Remembers a choice of language; null where none was made. */
    static @Nullable NewCookie remember(@Nullable String chosen) {
        List<String> known = List.of(Language.values()).stream().map(Language::tag).toList();
        return chosen == null || !known.contains(chosen) ? null
                : new NewCookie.Builder(LANGUAGE).value(chosen).path("/").maxAge(31_536_000).httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX).build();
    }

    /** Whether the answer is for a person: clients of the API do not ask for HTML by name. */
    boolean wantsPage() {
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.getType().equals("text") && type.getSubtype().equals("html"));
    }
}
