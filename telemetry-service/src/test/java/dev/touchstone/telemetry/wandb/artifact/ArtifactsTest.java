package dev.touchstone.telemetry.wandb.artifact;

import static dev.touchstone.telemetry.wandb.artifact.ArtifactSamples.draft;
import static dev.touchstone.telemetry.wandb.artifact.ArtifactSamples.file;
import static dev.touchstone.telemetry.wandb.artifact.ArtifactSamples.files;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.artifact.ArtifactServer.Fault;
import dev.touchstone.telemetry.wandb.artifact.ArtifactServer.Seen;

/** Artifacts against a W&B that checks what it is sent. */
class ArtifactsTest {

    private static final String DIGEST = "a753ee41bfd12091ba746ed1e514daed";

    private final ArtifactServer server = new ArtifactServer();
    private final Artifacts artifacts = server.artifacts();

    @AfterEach
    void close() {
        server.close();
        assertEquals(List.of(), server.store.faults());
    }

    @Test
    void uploadsFilesThenTheManifestThenCommits() throws Exception {
        // When
        Answer<LoggedArtifact> answer = artifacts.log(twoFiles());

        // Then
        assertEquals(Answer.accepted(new LoggedArtifact("artifact-1", DIGEST, true)), answer);
        assertEquals(List.of("CreateArtifact", "CreateArtifactManifest", "CreateArtifactFiles", "PUT", "PUT",
                "CreateArtifactManifest", "PUT", "CommitArtifact"), server.operations());
        assertEquals("COMMITTED", server.store.state("artifact-1"));
        assertEquals("artifact-1",
                server.store.manifest("artifact-1").contents().sequencedValues().getFirst().birthArtifactId());
    }

    @Test
    void uploadsNothingThatIsThere() throws Exception {
        // Given
        artifacts.log(twoFiles());
        long before = server.store.acceptedBytes();

        // When
        Answer<LoggedArtifact> again = server.artifacts().log(twoFiles());

        // Then
        assertEquals(Answer.accepted(new LoggedArtifact("artifact-1", DIGEST, false)), again);
        assertEquals(before, server.store.acceptedBytes());
        assertEquals(2, server.seen("CreateArtifact").size());
        assertEquals(1, server.seen("CommitArtifact").size());
    }

    @Test
    void makesTheNextVersionOnTopOfTheLast() throws Exception {
        // Given
        artifacts.log(draft(file("a", "1")));

        // When
        artifacts.log(draft(file("a", "2")));

        // Then
        assertEquals(2, server.store.committed());
        assertEquals("artifact-1", server.seen("CreateArtifactManifest").getLast().variables().path("baseArtifactID").asText());
    }

    @Test
    void uploadsAgainWhatOldServersCallDeleted() throws Exception {
        // Given
        artifacts.log(twoFiles());
        server.store.deletesWhatItHad = true;

        // Then
        assertEquals(Answer.accepted(new LoggedArtifact("artifact-1", DIGEST, true)), artifacts.log(twoFiles()));
        assertEquals("COMMITTED", server.store.state("artifact-1"));
    }

    @Test
    void asksForAddressesIn25s() throws Exception {
        // When
        artifacts.log(draft(files(60)));

        // Then
        assertEquals(List.of(25, 25, 10), server.seen("CreateArtifactFiles").stream()
                .map(request -> request.variables().path("input").path("artifactFiles").size()).toList());
        assertEquals(61, server.seen("PUT").size());
    }

    @Test
    void sendsTheSameBytesUnderTwoPathsOnce() throws Exception {
        // When
        artifacts.log(draft(file("a", "same"), file("b", "same"), file("empty", ""), file("empty2", "")));

        // Then
        assertEquals(3, server.seen("PUT").size());
        assertEquals(4, server.store.manifest("artifact-1").contents().size());
    }

    @Test
    void fallsBackToTheOlderFormOnceAndRemembersIt() throws Exception {
        // Given
        server.store.knowsNewerForm = false;

        // When
        Answer<LoggedArtifact> answer = artifacts.log(draft(files(60)));

        // Then
        assertInstanceOf(Accepted.class, answer);
        assertEquals(List.of(true, false, false, false), server.seen("CreateArtifactFiles").stream()
                .map(request -> request.variables().has("input")).toList());
    }

    @Test
    void givesTheStorageExactlyTheHeadersThatItWants() throws Exception {
        // When
        artifacts.log(draft(file("a", "hello")));

        // Then
        Seen put = server.seen("PUT").getFirst();
        assertEquals(List.of("XUFAKrxLKna5cZ2REBfFkg=="), put.headers().get("Content-md5"));
        assertEquals(List.of("5"), put.headers().get("Content-length"));
        assertTrue(!put.headers().containsKey("Content-type") && !put.headers().containsKey("Authorization"));
        assertEquals(List.of("application/json"), server.seen("PUT").getLast().headers().get("Content-type"));
    }

    @Test
    void asksForNewAddressesWhereTheSignedOnesHaveExpired() throws Exception {
        // Given
        server.failAt(4, Fault.EXPIRED);

        // When
        Answer<LoggedArtifact> first = artifacts.log(twoFiles());
        Answer<LoggedArtifact> second = artifacts.log(twoFiles());

        // Then
        assertEquals(403, assertInstanceOf(Later.class, first).status());
        assertInstanceOf(Accepted.class, second);
        assertEquals(3, server.store.accepted().size());
        assertEquals(4, server.seen("PUT").stream().map(Seen::path).distinct().count());
    }

    @Test
    void showsTheKeyToUploadsOfTheApiItself() throws Exception {
        // Given
        server.store.belowTheBase = true;

        // Then
        assertInstanceOf(Accepted.class, artifacts.log(twoFiles()));
    }

    @Test
    void pointsAtWhatIsElsewhereWithoutUploadingIt() throws Exception {
        // When
        artifacts.log(draft(new Reference("suite", URI.create("https://example.org/s"), "etag", 12L)));

        // Then
        assertEquals(List.of("CreateArtifact", "CreateArtifactManifest", "CreateArtifactManifest", "PUT", "CommitArtifact"),
                server.operations());
        assertEquals(new ManifestEntry("etag", 12L, "https://example.org/s", null, Map.of()),
                server.store.manifest("artifact-1").contents().get("suite"));
    }

    @Test
    void uploadsALargeFileInPartsAndHasThemJoined() throws Exception {
        // Given
        Artifacts inParts = server.artifacts(new PartSize(10, 4, 10_000), Duration.ofSeconds(20));

        // When
        Answer<LoggedArtifact> answer = inParts.log(draft(file("large", "0123456789"), file("small", "012345678")));

        // Then
        assertInstanceOf(Accepted.class, answer);
        assertEquals("[{\"partNumber\":1,\"hexMD5\":\"eb62f6b9306db575c2d596b1279627a4\"},"
                + "{\"partNumber\":2,\"hexMD5\":\"6562c5c1f33db6e05a082a88cddab5ea\"},"
                + "{\"partNumber\":3,\"hexMD5\":\"7647966b7343c29048673252e490f736\"}]",
                ordered(server.seen("CreateArtifactFiles")
                        .getFirst()));
        assertEquals(List.of("4", "4", "2", "9"), server.seen("PUT").stream().limit(4)
                .map(put -> put.headers().getOrDefault("Content-length", List.of()).getFirst()).toList());
        assertEquals(1, server.seen("CompleteMultipartUploadArtifact").size());
    }

    private static String ordered(Seen request) {
        StringBuilder parts = new StringBuilder();
        request.variables().path("input").path("artifactFiles").path(0).path("uploadPartsInput").forEach(part -> parts
                .append(parts.isEmpty() ? "[" : ",").append("{\"partNumber\":").append(part.path("partNumber"))
                .append(",\"hexMD5\":").append(part.path("hexMD5")).append('}'));
        return parts.append(']').toString();
    }

    @Test
    void namesTheProjectOfAUsedArtifactOnlyToServersThatTakeIt() throws Exception {
        // When
        artifacts.use("acme", "agents", "r1", "artifact-1");
        server.store.features = "[{\"name\":\"USE_ARTIFACT_WITH_ENTITY_AND_PROJECT_INFORMATION\",\"isEnabled\":true}]";
        Answer<String> answer = server.artifacts().use("acme", "agents", "r1", "artifact-1");

        // Then
        assertEquals(Answer.accepted("artifact-1"), answer);
        assertEquals("{\"input\":{\"artifactID\":\"artifact-1\",\"clientMutationId\":null,\"entityName\":\"acme\","
                + "\"projectName\":\"agents\",\"runName\":\"r1\",\"usedAs\":null}}",
                server.seen("UseArtifact").getFirst().variables().toString());
        assertEquals("agents",
                server.seen("UseArtifact").getLast().variables().path("input").path("artifactProjectName").asText());
    }

    @Test
    void asksForFeaturesOnce() throws Exception {
        // When
        artifacts.use("acme", "agents", "r1", "artifact-1");
        artifacts.use("acme", "agents", "r1", "artifact-2");

        // Then
        assertEquals(1, server.seen("ServerFeaturesQuery").size());
    }

    @Test
    void linksToAPortfolioOfTheTeamAndToARegistryOfItsOrganization() throws Exception {
        // When
        artifacts.link("artifact-1", new Portfolio("acme", "agents", "approved", List.of("prod")));
        Answer<Optional<Integer>> answer = artifacts.link("artifact-1",
                new Portfolio("acme", "wandb-registry-suites", "approved", List.of()));

        // Then
        assertEquals(Answer.accepted(Optional.of(3)), answer);
        assertEquals(List.of("acme", "acme-org"), server.seen("LinkArtifact").stream()
                .map(request -> request.variables().path("entityName").asText()).toList());
        assertEquals("[{\"alias\":\"prod\",\"artifactCollectionName\":\"approved\"}]",
                server.seen("LinkArtifact").getFirst().variables().path("aliases").toString());
    }

    @Test
    void aRefusalOfBothFormsIsARefusal() throws Exception {
        // Given
        server.store.refusesFiles = true;

        // Then
        assertEquals("W&B refuses: quota exceeded", assertInstanceOf(Refused.class, artifacts.log(twoFiles())).reason());
        assertEquals(0, server.store.acceptedBytes());
    }

    private static ArtifactDraft twoFiles() {
        return draft(file("dir/f1.txt", "hello"), file("b.json", "{\"a\":1}"));
    }
}
