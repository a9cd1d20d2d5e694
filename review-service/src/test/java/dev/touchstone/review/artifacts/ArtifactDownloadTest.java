package dev.touchstone.review.artifacts;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class ArtifactDownloadTest {

    @Inject
    Talk talk;

    private final String content = UUID.randomUUID().toString();
    private final String digest = Artifacts.digest(content.getBytes(StandardCharsets.UTF_8));

    @Test
    void whatAnEventPointsToIsFetchedAndHandedOnAsADownload() {
        // Given
        tellOf("report <1>.html", "text/html", sandbox() + "/file?" + content);
        // When
        var answer = as(TestKeys.REVIEWER).get("/review/artifacts/" + digest).then();
        // Then
        answer.statusCode(200).header("Content-Disposition", "attachment; filename=\"report__1_.html\"")
                .header("Content-Type", containsString("application/octet-stream"))
                .header("X-Content-Type-Options", "nosniff");
        assertEquals(content, answer.extract().asString());
    }

    @Test
    void whatIsServedUnderAnotherDigestIsNotHandedOn() {
        // Given
        tellOf("a.json", "application/json", sandbox() + "/file?something-else");
        // When
        var answer = as(TestKeys.REVIEWER).get("/review/artifacts/" + digest).then();
        // Then
        answer.statusCode(502).body("detail", containsString("not what the digest names"));
    }

    @Test
    void whatIsGoneIsSaidToBe() {
        // Given
        tellOf("a.json", "application/json", sandbox() + "/gone?" + content);
        // When
        var answer = as(TestKeys.REVIEWER).get("/review/artifacts/" + digest).then();
        // Then
        answer.statusCode(502).body("detail", containsString("answered 404"));
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        // Given
        tellOf("a.json", "application/json", "http://169.254.169.254/latest/meta-data");
        // When
        var answer = as(TestKeys.REVIEWER).get("/review/artifacts/" + digest).then();
        // Then
        answer.statusCode(502).body("detail", containsString("not one of the services"));
    }

    @Test
    void aFileIsForThoseWhoMaySeeAReviewThatPointsToIt() {
        // Given
        tellOf("a.json", "application/json", sandbox() + "/file?" + content);
        // When
        as(TestKeys.RIVAL).get("/review/artifacts/" + digest).then().statusCode(404).body("type",
                equalTo("urn:touchstone:problem:unknown-artifact"));
        // Then
        as(TestKeys.SUBMITTER).get("/review/artifacts/" + digest).then().statusCode(200);
    }

    @Test
    void whatNoEventPointsToIsUnknown() {
        as(TestKeys.REVIEWER).get("/review/artifacts/" + digest).then().statusCode(404).body("type",
                equalTo("urn:touchstone:problem:unknown-artifact"));
    }

    private void tellOf(String name, String mediaType, String url) {
        ArtifactRef artifact = new ArtifactRef(name, mediaType, content.length(), digest, URI.create(url));
        talk.tell(new Reviews().requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1,
                new Completed(JsonNodeFactory.instance.objectNode(), Map.of(), List.of()), Evidence.of(List.of(artifact))));
    }

    private static String sandbox() {
        return ConfigProvider.getConfig().getValue("touchstone.services.sandbox-url", String.class);
    }
}
