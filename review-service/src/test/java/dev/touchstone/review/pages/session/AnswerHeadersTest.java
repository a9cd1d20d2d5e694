package dev.touchstone.review.pages.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import io.vertx.core.MultiMap;

class AnswerHeadersTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void whatSaysNothingOfCachesIsKeptByNone() {
        AnswerHeaders.complete(headers, false);

        assertEquals("no-store", headers.get("Cache-Control"));
        assertNull(headers.get("Strict-Transport-Security"));
    }

    @Test
    void whatSaysSomethingOfCachesIsBelieved() {
        headers.set("cache-control", "private, immutable");

        AnswerHeaders.complete(headers, false);

        assertEquals("private, immutable", headers.get("Cache-Control"));
    }

    @Test
    void byHttpsBrowsersAreToldToComeByHttpsOnly() {
        AnswerHeaders.complete(headers, true);

        assertEquals("max-age=31536000", headers.get("Strict-Transport-Security"));
    }
}
