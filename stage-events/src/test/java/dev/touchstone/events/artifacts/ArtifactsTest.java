package dev.touchstone.events.artifacts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.DeliveryTest;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class ArtifactsTest extends DeliveryTest {

    private static final byte[] CONTENT = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    @Inject
    Artifacts artifacts;

    @Test
    void whatIsStoredIsServedByItsDigestAndNeverRun() {
        // Given
        ArtifactRef ref = inTransaction(() -> artifacts.store("report.html", "text/html", CONTENT));
        // When
        var response = reading().get("/artifacts/" + ref.digest());
        // Then
        response.then().statusCode(200).header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff").header("ETag", equalTo("\"" + ref.digest() + "\""));
        assertEquals(ref.digest(), Artifacts.digest(response.asByteArray()));
        assertEquals(CONTENT.length, ref.size());
    }

    @Test
    void theSameContentIsStoredOnce() {
        // Given
        ArtifactRef first = inTransaction(() -> artifacts.store("a.txt", "text/plain", CONTENT.clone()));
        // When
        ArtifactRef second = inTransaction(() -> artifacts.store("b.txt", "text/plain", CONTENT.clone()));
        // Then
        assertEquals(first.digest(), second.digest());
        reading().get("/artifacts/" + second.digest()).then().statusCode(200);
    }

    @Test
    void whatIsNoDigestIsRefusedAndWhatIsNotThereIsNotFound() {
        reading().get("/artifacts/..%2Fpasswd").then().statusCode(400);
        reading().get("/artifacts/sha256:" + "0".repeat(64)).then().statusCode(404);
    }

    private static RequestSpecification reading() {
        return given().header("Authorization", TestKeys.bearer(TestKeys.SERVICE));
    }

    @Test
    void anAgentsMakerReadsNothingByDigest() {
        given().header("Authorization", TestKeys.bearer(TestKeys.SUBMITTER)).get("/artifacts/sha256:" + "0".repeat(64))
                .then().statusCode(403);
    }
}
