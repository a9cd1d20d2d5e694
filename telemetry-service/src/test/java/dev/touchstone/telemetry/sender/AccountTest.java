package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.WandbConfig;
import dev.touchstone.telemetry.wandb.ApiKey;
import dev.touchstone.telemetry.wandb.IdentityToken;
import dev.touchstone.telemetry.wandb.ScriptedWandb;

class AccountTest {

    private static final Path FILE = Path.of("token");

    @Test
    void isOneOrTheOtherOrNobody() {
        assertEquals(Optional.of(new ApiKey(ScriptedWandb.KEY)), Account.of(config(ScriptedWandb.KEY, null)));
        assertEquals(Optional.of(new IdentityToken(FILE)), Account.of(config(" ", FILE)));
        assertEquals(Optional.empty(), Account.of(config("", null)));
    }

    @Test
    void isNotTwo() {
        assertThrows(IllegalStateException.class, () -> Account.of(config(ScriptedWandb.KEY, FILE)));
    }

    @Test
    void showsNobodyAKeyThatIsNone() {
        // When
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> Account.of(config("not-secret-enough", null)));

        // Then
        assertFalse(String.valueOf(refused.getMessage()).contains("secret"));
    }

    private static WandbConfig config(String key, @Nullable Path file) {
        return new Config(URI.create("https://wandb.example"), Optional.of(key), Optional.ofNullable(file));
    }

    private record Config(URI baseUrl, Optional<String> apiKey, Optional<Path> identityTokenFile) implements WandbConfig {

        @Override
        public Optional<URI> apiUrl() {
            return Optional.empty();
        }

        @Override
        public Path offlineDirectory() {
            return Path.of("wandb");
        }

        @Override
        public Duration requestTimeout() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(10);
        }
    }
}
