package dev.touchstone.events.artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedAddressTest {

    private static final List<URI> SERVICES = List.of(URI.create("http://sandbox:8081"), URI.create("https://judge.example/x"));

    @ParameterizedTest
    @CsvSource({ "http://sandbox:8081/artifacts/a, true", "http://SANDBOX:8081/a, true", "https://judge.example:443/a, true",
            "http://sandbox:8082/a, false", "https://sandbox:8081/a, false", "http://sandbox/a, false",
            "http://sandbox:8081@evil.example/a, false", "http://user@sandbox:8081/a, false",
            "http://evil.example/http://sandbox:8081, false", "http://169.254.169.254/latest, false",
            "file:///etc/passwd, false", "artifacts/a, false", "http://sandbox.evil.example:8081/a, false" })
    void onlyTheServicesThemselvesAreBelieved(URI address, boolean trusted) {
        assertEquals(trusted, TrustedAddress.of(SERVICES, address).isPresent());
    }
}
