package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    @ParameterizedTest
    @CsvSource({
            "http://agents.internal/, true", "http://AGENTS.internal:9000/, true", "https://agents.internal./, true",
            "http://one.internal:8090/, true", "http://one.internal/, false", "http://one.internal:8091/, false",
            "http://x.agents.internal/, false", "http://agents.internal.example/, false", "http://127.0.0.1/, false",
            "http://[::1]:9/, true", "http://[::1]:10/, false" })
    void onlyTheExactNameIsAllowed(String url, boolean expected) {
        // Given
        AllowedHosts hosts = AllowedHosts.of(List.of("agents.internal", " One.internal:8090", "[::1]:9"));
        WebUrl asked = assertInstanceOf(WebUrl.Parsed.Valid.class, WebUrl.parse(url)).url();
        // When
        boolean allowed = hosts.allow(asked);
        // Then
        assertEquals(expected, allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "*.internal", "http://agents.internal", "agents.internal:0", "a b", "127.1" })
    void aTypingErrorIsNotAnAllowance(String entry) {
        assertThrows(IllegalArgumentException.class, () -> AllowedHosts.of(List.of(entry)));
    }
}
