package dev.touchstone.review.ledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 8785 asks for, restated: the library is old, and the ledger stands on it. */
class CanonicalJsonTest {

    @Test
    void membersAreOrderedByTheUtf16CodeUnitsOfTheirNames() {
        // Given: in code points the emoji comes after the presentation form, in UTF-16 before it
        String json = "{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3,\"\\u00f6\":4,\"1\":5,\"\\r\":6,\"\":{\"b\":1,\"a\":2}}";
        // When
        String canonical = CanonicalJson.of(json);
        // Then
        assertEquals("{\"\":{\"a\":2,\"b\":1},\"\\r\":6,\"1\":5,\"ö\":4,\"€\":3,\"😀\":2,\"\uFB33\":1}", canonical);
    }

    @ParameterizedTest
    @CsvSource({ "0, 0", "-0, 0", "-0.0, 0", "1.0, 1", "0.5000, 0.5", "1e2, 100", "1E-7, 1e-7", "0.000001, 0.000001",
            "1e20, 100000000000000000000", "1e21, 1e+21", "333333333.33333329, 333333333.3333333", "4.50, 4.5", "2e-3, 0.002",
            "5e-324, 5e-324", "1.7976931348623157e308, 1.7976931348623157e+308", "9007199254740991, 9007199254740991",
            "71.5, 71.5", "0.1, 0.1", "1e-27, 1e-27", "295147905179352830000, 295147905179352830000" })
    void numbersAreWrittenAsEcmaScriptDoes(String number, String expected) {
        assertEquals("[" + expected + "]", CanonicalJson.of("[" + number + "]"));
    }

    @Test
    void onlyWhatMustBeEscapedIs() {
        // Given
        String json = "{\"text\":\"\\u20ac $ \\u000F \\n A' \\u0042 \\u0022 \\u005c \\\\ \\\" \\/ \\u007f \\u2028\"}";
        // When
        String canonical = CanonicalJson.of(json);
        // Then
        assertEquals("{\"text\":\"€ $ \\u000f \\n A' B \\\" \\\\ \\\\ \\\" / \u007f \u2028\"}", canonical);
    }

    @Test
    void whiteSpaceIsDroppedAndArraysKeepTheirOrder() {
        assertEquals("{\"a\":[3,1,null,true,{}],\"b\":false}",
                CanonicalJson.of(" { \"b\" : false , \n \"a\" : [ 3 , 1 , null , true , { } ] } "));
    }

    @Test
    void theCanonicalFormIsItsOwn() {
        // Given
        String once = CanonicalJson.of("{\"z\":1e3,\"a\":\"\\u00e9\",\"m\":[0.10,{\"y\":null,\"x\":\"\\t\"}]}");
        // When
        String twice = CanonicalJson.of(once);
        // Then
        assertEquals(once, twice);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "{\"a\":}", "[1,]", "{\"a\":1}x", "{\"a\":NaN}" })
    void whatIsNotJsonIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(text));
    }
}
