package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;

class HostileJsonTest {

    @Test
    void anOrdinaryAnswerIsRead() {
        assertEquals("旅", assertInstanceOf(HostileJson.Parsed.Valid.class,
                HostileJson.read("\ufeff{\"a\": [\"旅\", 1.5e3, null]}")).json().at("/a/0").textValue());
    }

    @Test
    void aLongTextIsNoReasonToRefuse() {
        assertInstanceOf(HostileJson.Parsed.Valid.class, HostileJson.read("\"" + "x".repeat(1_000_000) + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[", "{\"a\":" })
    void whatIsNestedWithoutEndIsTooDeep(String open) {
        assertEquals(FailureCode.TOO_DEEP, code(open.repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "9", "-9", "0.9", "1e9" })
    void aHugeNumberIsTooLarge(String begin) {
        assertEquals(FailureCode.TOO_LARGE, code("{\"a\": " + begin + "9".repeat(100_000) + "}"));
    }

    @Test
    void anOverlongNameIsTooLarge() {
        assertEquals(FailureCode.TOO_LARGE, code("{\"" + "x".repeat(100_000) + "\": 1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "nothing", "{} {}", "{'a': 1}", "{\"a\": NaN}", "{\"a\": \"\u0001\"}", "[1,]", "/* */ {}" })
    void whatIsNotJsonIsNotUnderstood(String text) {
        assertEquals(FailureCode.NOT_UNDERSTOOD, code(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " \r\n" })
    void nothingIsEmpty(String text) {
        assertEquals(FailureCode.EMPTY, code(text));
    }

    @Test
    void anAnswerThatIsNotUtf8IsNotRead() {
        // Given
        var response = new Fetched.Response(200, "{}", new Fetched.Source("https://agent.example:443/", null, false),
                Usage.NONE);
        // When
        HostileJson.Parsed parsed = HostileJson.read(response);
        // Then
        assertEquals(FailureCode.NOT_UTF8, assertInstanceOf(HostileJson.Parsed.Invalid.class, parsed).code());
    }

    private static FailureCode code(String text) {
        return assertInstanceOf(HostileJson.Parsed.Invalid.class, HostileJson.read(text)).code();
    }
}
