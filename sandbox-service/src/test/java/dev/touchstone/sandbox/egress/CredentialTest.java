package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    private static final String TOKEN = "tk_9fQ2-Zr7.Lm4xW8pB";

    @ParameterizedTest
    @CsvSource({ "https://a.test/x, true", "https://A.test:443/, true", "https://a.test:8443/, false",
            "https://b.test:8443/, true",
            "https://b.test/, false", "https://sub.a.test/, false", "https://a.test.evil.test/, false",
            "https://xa.test/, false",
            "http://a.test/, false" })
    void aHostIsComparedWholeAndWithItsPort(String url, boolean may) {
        // Given
        Credential credential = Credential.of(TOKEN, List.of("a.test", "b.test:8443"));
        // Then
        assertEquals(may, credential.isFor(assertInstanceOf(WebUrl.Parsed.Valid.class, WebUrl.parse(url)).url()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a.test/", "a.test/x", "https://a.test", "*.a.test", "a.test?x", "u@a.test", "a.test:0",
            "a b" })
    void whatIsNoHostIsRefused(String host) {
        assertThrows(IllegalArgumentException.class, () -> Credential.of(TOKEN, List.of(host)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "short", "with space in it", "with\nline-break", "umlaut-äöüäöüäöü" })
    void whatIsNoTokenIsRefusedWithoutBeingRepeated(String token) {
        // When
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> Credential.of(token, List.of("a.test")));
        // Then
        assertFalse(!token.isEmpty() && String.valueOf(refused.getMessage()).contains(token));
    }

    @Test
    void noTokenIsSentWithoutAHost() {
        assertThrows(IllegalArgumentException.class, () -> Credential.of(TOKEN, List.of()));
    }

    @Test
    void everyUsualDisguiseIsHidden() {
        // Given
        Credential credential = Credential.of(TOKEN, List.of("a.test"));
        byte[] bytes = TOKEN.getBytes(StandardCharsets.UTF_8);
        // Then
        for (String disguised : List.of(TOKEN, TOKEN.toUpperCase(Locale.ROOT), String.join(" ", TOKEN.split("")),
                new StringBuilder(TOKEN).reverse().toString(), HexFormat.of().formatHex(bytes),
                TOKEN.replace("-", "%2D"), String.join("\n", TOKEN.split("(?<=\\G.{5})")))) {
            assertHidden("I say " + disguised + " to you", credential);
        }
        for (String before : List.of("", "x", "xy", "Bearer ")) {
            String base64 = Base64.getEncoder().encodeToString((before + TOKEN + "!").getBytes(StandardCharsets.UTF_8));
            assertHidden("I say " + base64, credential);
        }
    }

    private static void assertHidden(String text, Credential credential) {
        String shown = credential.hideIn(text);
        assertEquals(1, shown.split(Pattern.quote(Credential.MASK), -1).length - 1, () -> text + " became " + shown);
    }

    @Test
    void otherTextStaysAsItIs() {
        // Given
        Credential credential = Credential.of(TOKEN, List.of("a.test"));
        // Then
        assertEquals("Bearer tokens are 東京 secret", credential.hideIn("Bearer tokens are 東京 secret"));
        assertEquals("a [credential] b [credential]", credential.hideIn("a " + TOKEN + " b " + TOKEN));
    }

    @Test
    void nothingWritesIt() {
        // Given
        Credential credential = Credential.of(TOKEN, List.of("a.test"));
        // Then
        assertFalse((credential + "" + Call.get("https://a.test").with(credential)).contains(TOKEN));
    }
}
