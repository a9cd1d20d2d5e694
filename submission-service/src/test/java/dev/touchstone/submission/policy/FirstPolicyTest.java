package dev.touchstone.submission.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstPolicyTest {

    @TempDir
    Path directory;

    @Test
    void theBundledOneIsTakenWhereNoneIsNamed() {
        assertEquals("policy-1", FirstPolicy.read(Optional.empty()).policy().version());
    }

    @Test
    void anOperatorsOwnTakesItsPlace() throws IOException {
        // Given
        Path document = Files.writeString(directory.resolve("policy.json"), PolicyReaderTest.VALID);
        // When
        PolicyDocument read = FirstPolicy.read(Optional.of(document));
        // Then
        assertEquals("strict-2", read.policy().version());
        assertTrue(read.text().startsWith("{\"bands\":{\"approveFrom\":90.25,"), read::text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"version\": \"x\"}", "null", "[]" })
    void oneThatIsNotValidKeepsTheServiceFromStarting(String text) throws IOException {
        // Given
        Path document = Files.writeString(directory.resolve("policy.json"), text);
        // Then
        assertThrows(IllegalStateException.class, () -> FirstPolicy.read(Optional.of(document)));
    }

    @Test
    void oneThatCannotBeReadKeepsTheServiceFromStarting() {
        assertThrows(UncheckedIOException.class, () -> FirstPolicy.read(Optional.of(directory.resolve("nothing.json"))));
    }
}
