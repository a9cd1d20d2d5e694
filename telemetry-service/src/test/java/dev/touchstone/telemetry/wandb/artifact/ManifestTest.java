package dev.touchstone.telemetry.wandb.artifact;

import static dev.touchstone.telemetry.wandb.artifact.ArtifactSamples.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    /** In ascending order of bytes; Java's own order has the last two the other way round. */
    private static final List<String> IN_ORDER = List.of("Z", "a", "a/b", "ab", "é", "\uFF21", "\uD83D\uDE00");

    @Test
    void anEmptyManifestHasItsDigest() {
        assertEquals("64e7c61456b10382e2f3b571ac24b659", Manifest.of(List.of()).digest());
    }

    @Test
    void aManifestOfOneFileHasItsDigest() {
        assertEquals("412abb8d2c03260781c7c4d61bc10357", Manifest.of(List.of(file("b.json", "{\"a\":1}"))).digest());
    }

    @Test
    void aManifestOfTwoFilesHasTheSameDigestInEitherOrder() {
        FileEntry one = file("b.json", "{\"a\":1}");
        FileEntry other = file("dir/f1.txt", "hello");

        assertEquals("a753ee41bfd12091ba746ed1e514daed", Manifest.of(List.of(one, other)).digest());
        assertEquals("a753ee41bfd12091ba746ed1e514daed", Manifest.of(List.of(other, one)).digest());
    }

    @Test
    void aManifestOfATableHasItsDigest() {
        ManifestEntry entry = new ManifestEntry("Bqcz3MbN7cTwyRGXwFRYBw==", 392L, null, null, Map.of());

        assertEquals("6eca5d4c270958339e793fcb5d04283f",
                new Manifest(new TreeMap<>(Map.of("tbl.table.json", entry))).digest());
    }

    @Test
    void pathsAreOrderedByTheirBytes() {
        // When
        Manifest manifest = Manifest.of(IN_ORDER.reversed().stream().map(path -> file(path, path)).toList());

        // Then
        assertEquals(IN_ORDER, List.copyOf(manifest.contents().keySet()));
        // Computed with another program, from the bytes.
        assertEquals("53a9fd5bd3d2f50e56010ce42c31b4be", manifest.digest());
    }

    @Test
    void aManifestIsWrittenAsTheOfficialClientDoesWithoutItsLocalPaths() {
        // Given
        Reference reference = new Reference("suite", URI.create("https://example.org/suite-1.json"), "W/\"5f\"", null);

        // When
        Manifest manifest = Manifest.of(List.of(file("dir/f1.txt", "hello"), reference)).bornIn(Map.of("dir/f1.txt", "QTI="));

        // Then
        assertEquals("{\"version\":1,\"storagePolicy\":\"wandb-storage-policy-v1\",\"storagePolicyConfig\":"
                + "{\"storageLayout\":\"V2\"},\"contents\":{\"dir/f1.txt\":{\"digest\":\"XUFAKrxLKna5cZ2REBfFkg==\",\"size\":5,"
                + "\"birthArtifactID\":\"QTI=\"},\"suite\":{\"digest\":\"W/\\\"5f\\\"\",\"ref\":\"https://example.org/suite-1.json\"}}}",
                manifest.toJson());
    }

    @Test
    void whatWasWrittenIsReadBack() {
        Manifest manifest = Manifest.of(IN_ORDER.stream().map(path -> file(path, path)).toList()).bornIn(Map.of("a", "QTI="));

        assertEquals(manifest, Manifest.read(manifest.toJson()));
    }

    @Test
    void membersOfOtherClientsArePassedOver() {
        // When
        Manifest manifest = Manifest.read("""
                {"version":1,"storagePolicy":"wandb-storage-policy-v1","storagePolicyConfig":{"storageRegion":"eu"},\
                "contents":{"b.json":{"digest":"u2y1xo30ZSlByvZSo2by2A==","size":7,"local_path":"/tmp/x",\
                "skip_cache":true,"extra":{"etag":"e"}}}}""");

        // Then
        assertEquals("412abb8d2c03260781c7c4d61bc10357", manifest.digest());
        assertEquals("{\"digest\":\"u2y1xo30ZSlByvZSo2by2A==\",\"size\":7,\"extra\":{\"etag\":\"e\"}}",
                String.valueOf(manifest.contents().get("b.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "<html>", "[]", "{\"version\":2,\"contents\":{}}", "{\"version\":1}",
            "{\"version\":1,\"contents\":{\"../x\":{\"digest\":\"a\"}}}", "{\"version\":1,\"contents\":{\"x\":{}}}" })
    void whatIsNoManifestIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Manifest.read(text));
    }
}
