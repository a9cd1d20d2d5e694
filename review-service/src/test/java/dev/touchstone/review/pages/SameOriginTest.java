package dev.touchstone.review.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import jakarta.ws.rs.core.MediaType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "same-origin, -, true", "same-origin, http://evil.example, true",
            "cross-site, http://review.example, false", "same-site, -, false", "none, -, false",
            "-, http://review.example, true", "-, https://review.example, true", "-, http://review.example:81, false",
            "-, http://evil.example, false", "-, null, false", "-, ://, false", "-, -, false" })
    void aFormIsTakenFromTheOwnPagesOnly(String site, String origin, boolean allowed) {
        // Given
        SameOrigin from = new SameOrigin(site, origin, "review.example");
        // When
        boolean answer = from.allows("POST", Optional.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE));
        // Then
        assertEquals(allowed, answer);
    }

    @Test
    void aClientWithoutABrowserMaySendJson() {
        // Given
        SameOrigin from = new SameOrigin(null, null, "review.example");
        // When
        boolean json = from.allows("POST", Optional.of(MediaType.APPLICATION_JSON_TYPE));
        boolean nothing = from.allows("POST", Optional.empty());
        // Then
        assertEquals(true, json);
        assertEquals(false, nothing);
    }

    @Test
    void lookingIsAlwaysAllowed() {
        // Given
        SameOrigin from = new SameOrigin("cross-site", "http://evil.example", "review.example");
        // When
        boolean answer = from.allows("GET", Optional.empty());
        // Then
        assertEquals(true, answer);
    }
}
