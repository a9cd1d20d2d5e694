package dev.touchstone.telemetry.wandb.artifact;

import static dev.touchstone.telemetry.wandb.artifact.ArtifactSamples.draft;
import static dev.touchstone.telemetry.wandb.artifact.ArtifactSamples.file;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactDraftTest {

    @ParameterizedTest
    @ValueSource(strings = { "a", "reports/security.json", "名前/é.txt", "a b", "...", "a:b" })
    void aPathInTheArtifactIsTaken(String path) {
        assertDoesNotThrow(() -> file(path, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "/etc/passwd", "..", "../x", "a/../b", "a/..", "./a", "a//b", "a/", "a\nb", "a\u0000",
            "a\u0085b",
            "a\\..\\b", "half \uD83D" })
    void aPathThatLeadsElsewhereOrCannotBePrintedIsRefused(String path) {
        assertThrows(IllegalArgumentException.class, () -> file(path, ""));
        assertThrows(IllegalArgumentException.class, () -> new Reference(path, URI.create("https://example.org"), "d", null));
    }

    @Test
    void twoEntriesOfOnePathAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> draft(file("a", "1"), file("a", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a/b", "a:b", "a b", "é", "a\n" })
    void aNameWithOtherLettersIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> named(name, "report", List.of()));
    }

    @Test
    void aNameOf128LettersIsTheLongest() {
        assertDoesNotThrow(() -> named("n".repeat(128), "report", List.of()));
        assertThrows(IllegalArgumentException.class, () -> named("n".repeat(129), "report", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "job", "code", "wandb-history", "a/b", "a:b" })
    void aTypeThatIsNotOursIsRefused(String type) {
        assertThrows(IllegalArgumentException.class, () -> named("n", type, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "v1/2", "a:b", "a\tb" })
    void anAliasWithSeparatorsIsRefused(String alias) {
        assertThrows(IllegalArgumentException.class, () -> named("n", "report", List.of(alias)));
    }

    @Test
    void anAliasTwiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> named("n", "report", List.of("best", "best")));
    }

    @Test
    void metadataHas100KeysAtMost() {
        assertDoesNotThrow(() -> withMetadata(keys(100)));
        assertThrows(IllegalArgumentException.class, () -> withMetadata(keys(101)));
    }

    @Test
    void metadataIsPlainJson() {
        // Given
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("rate", Double.NaN);
        metadata.put("deep", Map.of("list", List.of(1, Double.NaN)));

        // Then
        assertEquals("{\"rate\":null,\"deep\":{\"list\":[1,null]}}", Metadata.encode(metadata));
        assertThrows(IllegalArgumentException.class, () -> withMetadata(Map.of("deep", List.of(Double.POSITIVE_INFINITY))));
    }

    @Test
    void aReferenceHasAnAddressAndADigestOfOneLine() {
        assertThrows(IllegalArgumentException.class, () -> new Reference("a", URI.create("b"), "d", null));
        assertThrows(IllegalArgumentException.class, () -> new Reference("a", URI.create("https://b"), "d\nx:y", null));
    }

    private static Map<String, Object> keys(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(String::valueOf, i -> i));
    }

    private static ArtifactDraft withMetadata(Map<String, Object> metadata) {
        return new ArtifactDraft("acme", "agents", "r1", "report", "n", "", List.of(), metadata, List.of(), 0);
    }

    private static ArtifactDraft named(String name, String type, List<String> aliases) {
        return new ArtifactDraft("acme", "agents", "r1", type, name, "", aliases, Map.of(), List.of(), 0);
    }
}
