package dev.touchstone.review.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example", "/\n/evil.example", "javascript:alert(1)", "evil.example", "/sign-in", "/sign-in?to=/sign-in",
            "/a b", "/%zz", "/ü", " /", "/#x", "?q=1" })
    void nobodyIsLedElsewhere(String said) {
        assertEquals("/", ReturnPath.of(said).path());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/?q=trip%20planner", "/submissions/0190?round=1", "/review/events/0190",
            "/x?u=//evil.example" })
    void anOwnPageIsComeBackTo(String said) {
        assertEquals(said, ReturnPath.of(said).path());
    }

    @Test
    void whatIsTooLongIsLeftOut() {
        assertEquals("/", ReturnPath.of("/" + "a".repeat(1_000)).path());
    }

    @ParameterizedTest
    @CsvSource({ "GET, /submissions/1?round=2, /submissions/1?round=2", "POST, /submissions/1/decision, /submissions/1",
            "POST, /review/decision, /", "GET, //evil.example/x, /x" })
    void aFormLeadsBackToItsPage(String method, String request, String back) {
        assertEquals(back, ReturnPath.after(method, URI.create(request)).path());
    }

    @Test
    void theWayBackIsPartOfTheSignInsAddress() {
        assertEquals("/sign-in", ReturnPath.of(null).signIn());
        assertEquals("/sign-in?to=%2Fsubmissions%2F1%3Fround%3D2", ReturnPath.of("/submissions/1?round=2").signIn());
    }
}
