package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.sandbox.Usage;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

class RedirectTest {

    @ParameterizedTest
    @ValueSource(strings = { "http://agent.example/", "http://other.example:443/", "HTTP://agent.example/" })
    void nothingLeadsFromHttpsToHttp(String location) {
        assertEquals(new Redirect.Forbidden("a redirect leads from https to http"), redirect(302, location, 3));
    }

    @ParameterizedTest
    @CsvSource({ "https://other.example/x, https://other.example:443/x", "//other.example/, https://other.example:443/",
            "x, https://agent.example:443/x", "?y, https://agent.example:443/?y" })
    void anyOtherLocationIsVettedLikeTheFirst(String location, String url) {
        // When
        Redirect.Onward onward = assertInstanceOf(Redirect.Onward.class, redirect(301, location, 3));
        // Then
        assertEquals(url, assertInstanceOf(WebUrl.Parsed.Valid.class, onward.url()).url().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = { 200, 201, 300, 304, 305, 306, 399 })
    void otherStatusesLeadNowhere(int status) {
        assertInstanceOf(Redirect.None.class, redirect(status, "https://other.example/", 3));
    }

    @Test
    void afterTheLastRedirectNoneIsFollowed() {
        assertEquals(new Redirect.Forbidden("there are too many redirects"), redirect(302, "https://other.example/", 0));
    }

    private static Redirect redirect(int status, String location, int left) {
        WebUrl from = assertInstanceOf(WebUrl.Parsed.Valid.class, WebUrl.parse("https://agent.example/")).url();
        return Redirect.of(Call.get("https://agent.example/"), from, new Exchanged.Received(status,
                MultiMap.caseInsensitiveMultiMap().set("Location", location), Buffer.buffer(), Usage.NONE), left);
    }
}
