package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    @ParameterizedTest
    @ValueSource(strings = { "0123456789abcdef0123456789abcdef01234567", " 0123456789abcdef0123456789abcdef01234567\n",
            "local-0123456789abcdef0123456789abcdef01234567", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln",
            "wandb_v1_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789abcdefghijk" })
    void takesEveryFormThatIsInUse(String key) {
        assertEquals(key.strip(), new ApiKey(key).secret());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "secret-word", "local-0123456789abcdef0123456789abcdef0123456",
            "0123456789abcdef 0123456789abcdef01234567", "0123456789abcdef0123456789abcdef0123456\u00e9" })
    void saysWhatIsWrongWithoutShowingTheKey(String key) {
        // When
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new ApiKey(key));

        // Then
        String said = Objects.toString(refused.getMessage());
        assertFalse(!key.isEmpty() && said.contains(key), said);
    }

    @Test
    void countsWhatComesAfterThePrefix() {
        // When
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new ApiKey("local-short"));

        // Then
        assertEquals("A W&B API key has at least 40 characters after its prefix; this one has 5", refused.getMessage());
    }

    @Test
    void showsItselfToNobody() {
        assertEquals("ApiKey[***]", new ApiKey(ScriptedWandb.KEY).toString());
    }
}
