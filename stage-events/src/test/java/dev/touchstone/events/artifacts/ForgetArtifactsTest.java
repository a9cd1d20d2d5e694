package dev.touchstone.events.artifacts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.DeliveryTest;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** In this module's tests {@code forgotten.txt} is kept for a day and {@code longer.txt} for ten; the rest for ever. */
@QuarkusTest
class ForgetArtifactsTest extends DeliveryTest {

    private final Instant inTwoDays = Instant.now().plus(Duration.ofDays(2));

    private final byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

    @Inject
    Artifacts artifacts;

    @Inject
    ForgetArtifacts forgetting;

    @Test
    void whatWasKeptLongEnoughIsGoneAndSaysSo() {
        // Given
        ArtifactRef ref = stored("forgotten.txt");
        // When
        forgetting.forget(inTwoDays);
        // Then
        get(ref).then().statusCode(410).body(containsString("kept until " + inTwoDays.toString().substring(0, 16)));
    }

    @Test
    void whatIsToBeKeptStays() {
        // Given
        ArtifactRef ref = stored("report.txt");
        // When
        forgetting.forget(inTwoDays.plus(Duration.ofDays(3650)));
        // Then
        get(ref).then().statusCode(200);
    }

    @Test
    void aContentIsKeptAsLongAsTheLongestKeptOfItsNames() {
        // Given
        ArtifactRef ref = stored("forgotten.txt");
        stored("longer.txt");
        // When
        forgetting.forget(inTwoDays);
        // Then
        get(ref).then().statusCode(200);
        forgetting.forget(inTwoDays.plus(Duration.ofDays(9)));
        get(ref).then().statusCode(410);
    }

    @Test
    void whatIsStoredAgainComesBack() {
        // Given
        ArtifactRef ref = stored("forgotten.txt");
        forgetting.forget(inTwoDays);
        // When
        stored("forgotten.txt");
        // Then
        assertArrayEquals(content, get(ref).then().statusCode(200).extract().asByteArray());
    }

    @Test
    void aSpanIsReadOrRefused() {
        assertEquals(new ArtifactKeep("a.jsonl", Duration.ofDays(180)), ArtifactKeep.parse(" a.jsonl : 180D"));
        assertThrows(IllegalArgumentException.class, () -> ArtifactKeep.parse("a.jsonl"));
        assertThrows(IllegalArgumentException.class, () -> ArtifactKeep.parse("a.jsonl:1H"));
    }

    private ArtifactRef stored(String name) {
        return inTransaction(() -> artifacts.store(name, "text/plain", content));
    }

    private static Response get(ArtifactRef ref) {
        return given().header("Authorization", TestKeys.bearer(TestKeys.AUDITOR)).get("/artifacts/" + ref.digest());
    }
}
