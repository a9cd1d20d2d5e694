package dev.touchstone.review.pages.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.security.SecureRandom;

import jakarta.ws.rs.core.NewCookie;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.core.http.HttpServerRequest;

class SessionCookieTest {

    @ParameterizedTest
    @CsvSource({ "http, false, touchstone-session", "https, false, __Host-touchstone-session",
            "http, true, __Host-touchstone-session" })
    void byHttpsTheCookieIsForHttpsAndThisHostOnly(String scheme, boolean always, String name) {
        // Given
        SessionCookie cookies = new SessionCookie(Settings.of(1, always));
        // When
        NewCookie cookie = cookies.of(SessionId.random(new SecureRandom()), by(scheme));
        // Then
        assertEquals(name, cookie.getName());
        assertEquals(!name.equals("touchstone-session"), cookie.isSecure());
        assertEquals(true, cookie.isHttpOnly());
        assertEquals(NewCookie.SameSite.STRICT, cookie.getSameSite());
        assertEquals("/", cookie.getPath());
        assertEquals(name, cookies.none(by(scheme)).getName());
    }

    private static HttpServerRequest by(String scheme) {
        return (HttpServerRequest) Proxy.newProxyInstance(SessionCookieTest.class.getClassLoader(),
                new Class<?>[] { HttpServerRequest.class }, (proxy, method, arguments) -> {
                    if (method.getName().equals("scheme")) {
                        return scheme;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
