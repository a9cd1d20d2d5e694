package dev.touchstone.review.pages.session;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/**
 * The cookie by which a browser says who is signed in. It ends with the browser; how long it is worth something is decided
 * here. With https its name has the prefix that keeps sites of the same domain from planting one.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-the-__host-prefix">The __Host-
 *      prefix</a>
 */
@ApplicationScoped
public class SessionCookie {

    private static final String NAME = "touchstone-session";
    private static final String SECURE_NAME = "__Host-" + NAME;

    private final SessionConfig config;

    SessionCookie(SessionConfig config) {
        this.config = config;
    }

    Optional<SessionId> read(HttpServerRequest request) {
        Cookie cookie = request.getCookie(name(request));
        return cookie == null ? Optional.empty() : SessionId.read(cookie.getValue());
    }

    NewCookie of(SessionId id, HttpServerRequest request) {
        return cookie(request, id.secret()).build();
    }

    /** Makes the browser forget. */
    public NewCookie none(HttpServerRequest request) {
        return cookie(request, "").maxAge(0).build();
    }

    private NewCookie.Builder cookie(HttpServerRequest request, String value) {
        return new NewCookie.Builder(name(request)).value(value).path("/").httpOnly(true).secure(isSecure(request))
                .sameSite(NewCookie.SameSite.STRICT);
    }

    private String name(HttpServerRequest request) {
        return isSecure(request) ? SECURE_NAME : NAME;
    }

    boolean isSecure(HttpServerRequest request) {
        return config.alwaysSecure() || "https".equals(request.scheme());
    }
}
