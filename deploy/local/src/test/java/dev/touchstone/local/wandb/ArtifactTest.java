package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.artifacts.ManifestDigest;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Json;

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

    @Test
    void bytesThatAreThereAreNotWantedAgain() throws Exception {
        // Given
        upload(announce(ManifestDigest.of(Map.of("f.txt", FILE_MD5))), "f.txt");

        // When
        JsonNode other = announce(ManifestDigest.of(Map.of("g.txt", FILE_MD5)));

        // Then
        assertEquals("", place(other.path("id").asText(), "g.txt"));
        assertEquals("[\"g.txt\"]", client.run().at("/artifacts/1/files").toString());
    }

    @Test
    void aFaultMayBeMeantForTheArtifactsOfOneRun() throws Exception {
        // Given
        String id = announce("0".repeat(32)).path("id").asText();
        client.post("/admin/faults", "{\"kind\":\"forbidden\",\"run\":\"other\"}");
        client.post("/admin/faults", "{\"kind\":\"status\",\"status\":500,\"run\":\"run-1\",\"operation\":\"CommitArtifact\"}");

        // When
        JsonNode committed = client.mutation("CommitArtifact", "{\"artifactID\":\"" + id + "\"}");

        // Then
        assertEquals("fault on order: 500", committed.path("error").asText());
    }

    @Test
    void aLargeFileComesInParts() throws Exception {
        // Given
        String whole = Blob.of("hello world").md5();
        String id = announce(ManifestDigest.of(Map.of("big", whole))).path("id").asText();
        JsonNode file = client.mutation("CreateArtifactFiles", """
                {"input":{"artifactFiles":[{"artifactID":"%s","name":"big","md5":"%s",
                "uploadPartsInput":[{"partNumber":1,"hexMD5":"x"},{"partNumber":2,"hexMD5":"y"}]}]}}"""
                .formatted(id, whole)).at("/data/createArtifactFiles/files/edges/0/node");
        String first = part(file, 0, "hello ");
        String second = part(file, 1, "world");

        // When
        JsonNode swapped = complete(id, file, second, first);
        JsonNode completed = complete(id, file, first, second);

        // Then
        assertTrue(swapped.has("errors"), swapped.toString());
        assertEquals(whole, completed.at("/data/completeMultipartUploadArtifact/digest").asText());
        assertEquals(whole, client.run().at("/artifacts/0/digests/big").asText());
    }

    private String part(JsonNode file, int index, String content) throws Exception {
        String url = file.at("/uploadMultipartUrls/uploadUrlParts/" + index + "/uploadUrl").asText();
        return client.put(url, content).headers().firstValue("ETag").orElseThrow();
    }

    private JsonNode complete(String id, JsonNode file, String first, String second) throws Exception {
        ObjectNode variables = Json.object().put("completeMultipartAction", "Complete").put("artifactID", id)
                .put("storagePath", file.path("storagePath").asText())
                .put("uploadID", file.at("/uploadMultipartUrls/uploadID").asText());
        variables.putArray("completedParts").add(Json.object().put("partNumber", 1).put("hexMD5", first))
                .add(Json.object().put("partNumber", 2).put("hexMD5", second));
        return client.mutation("CompleteMultipartUploadArtifact", Json.write(variables));
    }

    @Test
    void aVersionIsFoundLinkedUsedAndDownloaded() throws Exception {
        // Given
        JsonNode artifact = announce(ManifestDigest.of(Map.of("f.txt", FILE_MD5)));
        upload(artifact, "f.txt");
        String id = artifact.path("id").asText();

        // When
        client.mutation("UseArtifact", "{\"input\":{\"entityName\":\"acme\",\"projectName\":\"proj\","
                + "\"runName\":\"run-1\",\"artifactID\":\"" + id + "\"}}");
        JsonNode linked = client.mutation("LinkArtifact", """
                {"artifactPortfolioName":"best","entityName":"acme","projectName":"wandb-registry-m",
                "aliases":[{"artifactCollectionName":"best","alias":"gold"}],"artifactId":"%s"}""".formatted(id));
        JsonNode named = client.mutation("ArtifactByName",
                "{\"entity\":\"acme\",\"project\":\"proj\",\"name\":\"report:v0\"}").at("/data/project/artifact");
        String url = client.mutation("ArtifactFileURLs", "{\"id\":\"" + id + "\"}")
                .at("/data/artifact/files/edges/0/node/directUrl").asText();
        String manifest = client.mutation("ArtifactManifest", "{\"artifact_id\":\"" + id + "\"}")
                .at("/data/artifact/currentManifest/file/directUrl").asText();

        // Then
        assertEquals(0, linked.at("/data/linkArtifact/versionIndex").asInt());
        assertEquals(id, named.path("id").asText());
        assertEquals("latest", named.at("/aliases/0/alias").asText());
        assertEquals("hello", client.send(HttpRequest.newBuilder(URI.create(url))).body());
        assertTrue(client.send(HttpRequest.newBuilder(URI.create(manifest))).body().contains("contents"));
        assertEquals("[\"report:v0\"]", client.run().path("usedArtifacts").toString());
        assertEquals(302, client.send(client.request(
                "/artifactsV2/default/acme/proj/report/x/x/" + Blob.of("hello").md5Hex() + "/f.txt")).statusCode());
    }

    private JsonNode announce(String digest) throws Exception {
        return client.mutation("CreateArtifact", """
                {"input":{"entityName":"acme","projectName":"proj","runName":"run-1","artifactTypeName":"security",
                "artifactCollectionName":"report","digest":"%s"}}""".formatted(digest)).at("/data/createArtifact/artifact");
    }

    private JsonNode upload(JsonNode artifact, String path) throws Exception {
        String id = artifact.path("id").asText();
        String place = place(id, path);
        if (!place.isEmpty()) {
            client.put(place, "hello");
        }
        putManifest(id, path);
        return client.mutation("CommitArtifact", "{\"artifactID\":\"" + id + "\"}");
    }

    private String place(String id, String path) throws Exception {
        return client.mutation("CreateArtifactFiles", """
                {"input":{"artifactFiles":[{"artifactID":"%s","name":"%s","md5":"%s"}]}}""".formatted(id, path, FILE_MD5))
                .at("/data/createArtifactFiles/files/edges/0/node/uploadUrl").asText("");
    }

    private void putManifest(String id, String path) throws Exception {
        String manifest = "{\"version\":1,\"contents\":{\"" + path + "\":{\"digest\":\"" + FILE_MD5 + "\",\"size\":5}}}";
        JsonNode place = client.mutation("CreateArtifactManifest",
                "{\"artifactID\":\"" + id + "\",\"includeUpload\":true,\"digest\":\"" + Blob.of(manifest).md5() + "\"}");
        client.put(place.at("/data/createArtifactManifest/artifactManifest/file/uploadUrl").asText(), manifest);
    }
}
