package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    private static final BaseUrl BASE = BaseUrl.of(URI.create("https://wandb.example/api/"));

    @ParameterizedTest
    @ValueSource(strings = { "https://wandb.example/api", "https://wandb.example/api/x?y=1",
            "https://WANDB.example:443/api/x" })
    void coversWhatIsBelow(String url) {
        assertTrue(BASE.covers(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://wandb.example/api/x", "https://other.example/api/x", "https://wandb.example:8443/api/x",
            "https://wandb.example/apiary", "https://wandb.example/", "https://wandb.example/api/../x",
            "https://wandb.example/api/%2e%2e/x", "https://wandb.example@evil.example/api/x",
            "https://wandb.example.evil.example/api/x", "https://user@wandb.example/api/x" })
    void doesNotCoverWhatOnlyLooksSo(String url) {
        assertFalse(BASE.covers(URI.create(url)));
    }

    @Test
    void takesAnAddressOfItsOwnForOneBelow() {
        assertEquals(Optional.of(URI.create("https://wandb.example/api/upload/x")), BASE.target("/upload/x"));
        assertEquals(Optional.of(URI.create("https://storage.example/x?sig=1")),
                BASE.target("https://storage.example/x?sig=1"));
    }

    @Test
    void sendsNoFileOutOfTheEncryptionOrNowhere() {
        assertEquals(Optional.empty(), BASE.target("http://storage.example/x"));
        assertEquals(Optional.empty(), BASE.target("file:///etc/passwd"));
        assertEquals(Optional.empty(), BASE.target("not an address"));
        assertEquals(Optional.empty(), BASE.target(""));
    }
}
