package dev.touchstone.submission.card.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.submission.Cards;
import dev.touchstone.submission.card.Snapshot;

class SignedContentTest {

    @Test
    void membersAtTheirDefaultAreOmittedUnlessTheyAreRequiredOrOptional() {
        // Given the example of A2A 1.0, 8.4.1
        String card = """
                {"supportedInterfaces": [], "name": "Example Agent", "description": "",
                 "capabilities": {"streaming": false, "pushNotifications": false, "extensions": []}, "skills": [],
                 "signatures": [{"protected": "a", "signature": "b"}]}""";
        // When
        List<String> forms = forms(card);
        // Then
        assertEquals("""
                {"capabilities":{"pushNotifications":false,"streaming":false},"description":"","name":"Example Agent",\
                "skills":[],"supportedInterfaces":[]}""", forms.getLast());
        assertEquals("""
                {"capabilities":{"extensions":[],"pushNotifications":false,"streaming":false},"description":"",\
                "name":"Example Agent","skills":[],"supportedInterfaces":[]}""", forms.getFirst());
    }

    @Test
    void defaultsAreOmittedWhereverTheyStand() {
        // Given
        String card = """
                {"supportedInterfaces": [{"url": "u", "tenant": ""}],
                 "capabilities": {"extensions": [{"uri": "urn:x", "description": "", "required": false, "params": {"a": ""}}]},
                 "skills": [{"id": "", "description": "", "tags": [], "examples": [], "inputModes": [], "outputModes": []}],
                 "securityRequirements": [{"schemes": {"oauth": {"list": []}}}],
                 "securitySchemes": {"oauth": {"oauth2SecurityScheme": {"description": "", "flows": {"authorizationCode":
                 {"refreshUrl": "", "pkceRequired": false, "scopes": {}}}}}}}""";
        // Then what a maker configures for themselves stays as it is
        assertEquals("""
                {"capabilities":{"extensions":[{"params":{"a":""},"uri":"urn:x"}]},\
                "securityRequirements":[{"schemes":{"oauth":{}}}],\
                "securitySchemes":{"oauth":{"oauth2SecurityScheme":{"flows":{"authorizationCode":{"scopes":{}}}}}},\
                "skills":[{"description":"","id":"","tags":[]}],"supportedInterfaces":[{"url":"u"}]}""",
                forms(card).getLast());
    }

    @Test
    void aFormerCardIsSignedAsItIsWritten() {
        assertEquals(List.of("{\"skills\":[],\"url\":\"u\"}"), forms("{\"url\": \"u\", \"skills\": [], \"signatures\": []}"));
    }

    /** RFC 8785, 3.2.2, 3.2.3 and appendix B. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"literals\": [null, true, false]}"
                    + "|{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
            "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}"
                    + "|{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}",
            "[0, -0.0, 5e-324, -1.7976931348623157e308, 9007199254740992, 295147905179352830000, 9.999999999999997e22, 1e23, 1e21, 999999999999999900000, 1e-7, 0.000001]"
                    + "|[0,0,5e-324,-1.7976931348623157e+308,9007199254740992,295147905179352830000,9.999999999999997e+22,1e+23,1e+21,999999999999999900000,1e-7,0.000001]",
            "{ \"b\" : [ ] , \"a\" : { } }|{\"a\":{},\"b\":[]}",
    })
    void theCanonicalFormIsThatOfTheSpecification(String document, String canonical) {
        assertEquals(canonical, new String(Snapshot.canonical(Cards.json(document)), StandardCharsets.UTF_8));
    }

    @Test
    void halfACharacterHasNoCanonicalForm() {
        assertThrows(IllegalArgumentException.class, () -> Snapshot.canonical(Cards.json("{\"a\": \"\\ud83d\"}")));
    }

    private static List<String> forms(String card) {
        return SignedContent.of(Cards.json(card)).stream().map(form -> new String(form, StandardCharsets.UTF_8)).toList();
    }
}
