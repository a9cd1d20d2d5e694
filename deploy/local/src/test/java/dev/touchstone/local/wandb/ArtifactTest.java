package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.artifacts.ManifestDigest;
import dev.touchstone.local.wandb.http.Blob;

class ArtifactTest extends EmulatorTest {

    private static final String FILE_MD5 = Blob.of("hello").md5();

    @BeforeEach
    void createRun() throws Exception {
        client.createRun();
    }

    @Test
    void theDigestIsOverPathsAndDigestsInByteOrder() {
        assertEquals("64e7c61456b10382e2f3b571ac24b659", ManifestDigest.of(Map.of()));
        assertEquals("a753ee41bfd12091ba746ed1e514daed", ManifestDigest.of(new TreeMap<>(
                Map.of("dir/f1.txt", "XUFAKrxLKna5cZ2REBfFkg==", "b.json", "u2y1xo30ZSlByvZSo2by2A=="))));
    }

    @Test
    void theSameContentIsOneVersion() throws Exception {
        // Given
        String digest = ManifestDigest.of(Map.of("f.txt", FILE_MD5));
        upload(announce(digest), "f.txt");

        // When
        JsonNode again = announce(digest);

        // Then
        assertEquals("COMMITTED", again.path("state").asText());
        assertEquals(again.path("id"), again.at("/artifactSequence/latestArtifact/id"));
    }

    @Test
    void otherContentIsTheNextVersion() throws Exception {
        // Given
        upload(announce(ManifestDigest.of(Map.of("f.txt", FILE_MD5))), "f.txt");

        // When
        upload(announce(ManifestDigest.of(Map.of("g.txt", FILE_MD5))), "g.txt");

        // Then
        assertEquals("report:v1", client.run().at("/artifacts/1/name").asText());
    }

    @Test
    void aDigestThatIsNotThatOfTheManifestIsRefused() throws Exception {
        // When
        JsonNode committed = upload(announce("0".repeat(32)), "f.txt");

        // Then
        assertEquals("the artifact's digest is not that of its manifest", committed.at("/errors/0/message").asText());
        assertEquals("report", client.run().at("/artifacts/0/name").asText());
    }

    @Test
    void aManifestThatNamesAMissingFileIsRefused() throws Exception {
        // Given
        String id = announce(ManifestDigest.of(Map.of("f.txt", FILE_MD5))).path("id").asText();
        putManifest(id, "f.txt");

        // When
        JsonNode committed = client.mutation("CommitArtifact", "{\"artifactID\":\"" + id + "\"}");

        // Then
        assertEquals("the manifest names f.txt, which was not uploaded with that digest",
                committed.at("/errors/0/message").asText());
    }

    @Test
    void anUploadMustBeWhatItsHeaderPromises() throws Exception {
        // Given
        String url = place(announce("0".repeat(32)).path("id").asText(), "f.txt");

        // When
        var answer = client.send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-MD5", FILE_MD5).PUT(BodyPublishers.ofString("other")));

        // Then
        assertEquals(400, answer.statusCode());
    }

    @Test
    void aSignedUrlTakesNoKey() throws Exception {
        // Given
        String url = place(announce("0".repeat(32)).path("id").asText(), "f.txt");

        // When
        var answer = client.send(client.request(URI.create(url).getPath())
                .PUT(BodyPublishers.ofString("hello")));

        // Then
        assertEquals(400, answer.statusCode());
        assertEquals(403, client.put(emulator.url() + "/upload/made-up", "hello").statusCode());
    }

    private JsonNode announce(String digest) throws Exception {
        return client.mutation("CreateArtifact", """
                {"input":{"entityName":"acme","projectName":"proj","runName":"run-1","artifactTypeName":"security",
                "artifactCollectionName":"report","digest":"%s"}}""".formatted(digest)).at("/data/createArtifact/artifact");
    }

    private JsonNode upload(JsonNode artifact, String path) throws Exception {
        String id = artifact.path("id").asText();
        client.put(place(id, path), "hello");
        putManifest(id, path);
        return client.mutation("CommitArtifact", "{\"artifactID\":\"" + id + "\"}");
    }

    private String place(String id, String path) throws Exception {
        return client.mutation("CreateArtifactFiles", """
                {"input":{"artifactFiles":[{"artifactID":"%s","name":"%s","md5":"%s"}]}}""".formatted(id, path, FILE_MD5))
                .at("/data/createArtifactFiles/files/edges/0/node/uploadUrl").asText();
    }

    private void putManifest(String id, String path) throws Exception {
        String manifest = "{\"version\":1,\"contents\":{\"" + path + "\":{\"digest\":\"" + FILE_MD5 + "\",\"size\":5}}}";
        JsonNode place = client.mutation("CreateArtifactManifest",
                "{\"artifactID\":\"" + id + "\",\"includeUpload\":true,\"digest\":\"" + Blob.of(manifest).md5() + "\"}");
        client.put(place.at("/data/createArtifactManifest/artifactManifest/file/uploadUrl").asText(), manifest);
    }
}
