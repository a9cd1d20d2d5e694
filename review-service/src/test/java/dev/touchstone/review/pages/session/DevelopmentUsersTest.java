package dev.touchstone.review.pages.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevelopmentUsersTest {

    @Test
    void theyAreNamedInTheOrderOfTheConfiguration() {
        // When
        Map<String, String> keys = DevelopmentUsers.read(List.of("local house=ts_a=b", " local second = ts_c "));
        // Then
        assertEquals(List.of("local house", "local second"), List.copyOf(keys.keySet()));
        assertEquals("ts_a=b", keys.get("local house"));
        assertEquals("ts_c", keys.get("local second"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ts_secret", "=ts_secret", "house=" })
    void whatIsNoUserIsRefusedWithoutBeingRepeated(String user) {
        // When
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> DevelopmentUsers.read(List.of(user)));
        // Then
        assertFalse(Objects.requireNonNull(refusal.getMessage()).contains("ts_secret"));
    }

    @Test
    void inProductionTheServiceDoesNotStartWithAny() {
        // When
        Exception refusal = assertThrows(IllegalStateException.class,
                () -> DevelopmentUsers.check(Map.of("house", "ts_secret"), true));
        // Then
        assertTrue(Objects.requireNonNull(refusal.getMessage()).contains("refused in production"));
        assertFalse(refusal.getMessage().contains("ts_secret"));
        assertDoesNotThrow(() -> DevelopmentUsers.check(Map.of(), true));
        assertDoesNotThrow(() -> DevelopmentUsers.check(Map.of("house", "ts_secret"), false));
    }
}
