package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.sandbox.FailureCode;

class WebUrlTest {

    @ParameterizedTest
    @CsvSource({
            "https://agent.example/a2a, https://agent.example:443/a2a",
            "HTTP://Agent.Example, http://agent.example:80/",
            "https://agent.example.:8443/x?y=1&z=%20#part, https://agent.example:8443/x?y=1&z=%20",
            "https://bücher.example/ä?ö, https://xn--bcher-kva.example:443/%C3%A4?%C3%B6",
            "https://例え.テスト/, https://xn--r8jz45g.xn--zckzah:443/",
            "http://８.８.８.８/, http://8.8.8.8:80/",
            "http://agent。example/, http://agent.example:80/",
            "http://[2001:4860:4860::8888]:81/, http://[2001:4860:4860:0:0:0:0:8888]:81/",
            "http://8.8.8.8?x, http://8.8.8.8:80/?x" })
    void aUrlTakesOneForm(String written, String form) {
        // When
        WebUrl.Parsed parsed = WebUrl.parse(written);
        // Then
        assertEquals(form, assertInstanceOf(WebUrl.Parsed.Valid.class, parsed).url().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "agent.example", "//agent.example/", "/path", "https:///path", "https:agent.example", "mailto:a@b.example",
            "ftp://agent.example/", "file:///etc/passwd", "javascript:alert(1)", "gopher://agent.example/",
            "https://user@agent.example/", "https://user:secret@agent.example/", "https://@agent.example/",
            "https://agent.example:0/", "https://agent.example:65536/", "https://agent.example:x/", "https://agent.example:/",
            "https://agent.example:-1/", "https://agent..example/", "https://.example/", "https://age nt.example/",
            "https://agent_1.example/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.0.0.1/", "http://127.1/",
            "http://0177.0.0.1/", "http://127.0.0.01/", "http://256.0.0.1/", "http://1.2.3.4.5/", "http://agent.123/",
            "http://[::1/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1%25eth0]/", "http://[v1.x]/", "http://[]/",
            "http://agent.example\\@internal/", "http://agent.example/\r\nX: y", "http://agent.example/a b",
            "http://agent.example/\u1fef" })
    void whatIsAmbiguousOrNotOfTheWebIsRefused(String written) {
        // When
        WebUrl.Parsed parsed = WebUrl.parse(written);
        // Then
        assertEquals(FailureCode.BAD_URL, assertInstanceOf(WebUrl.Parsed.Invalid.class, parsed).reason().code());
    }

    @Test
    void anEndlessUrlIsRefused() {
        // When
        WebUrl.Parsed parsed = WebUrl.parse("https://agent.example/" + "x".repeat(2048));
        // Then
        assertInstanceOf(WebUrl.Parsed.Invalid.class, parsed);
    }

    @ParameterizedTest
    @CsvSource({
            "/b, https://agent.example:443/b", "b?c, https://agent.example:443/x/b?c",
            "//other.example/b, https://other.example:443/b", "http://other.example/, http://other.example:80/" })
    void aLocationIsReadFromWhereItCame(String location, String form) {
        // Given
        WebUrl from = assertInstanceOf(WebUrl.Parsed.Valid.class, WebUrl.parse("https://agent.example/x/y")).url();
        // When
        WebUrl.Parsed parsed = from.resolve(location);
        // Then
        assertEquals(form, assertInstanceOf(WebUrl.Parsed.Valid.class, parsed).url().toString());
    }
}
