package dev.touchstone.events.artifacts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.DeliveryTest;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class ServingTest extends DeliveryTest {

    @Inject
    Artifacts artifacts;

    private byte[] content;
    private ArtifactRef ref;
    private String tag;

    @BeforeEach
    void aReportIsStored() {
        content = ("{\"verdict\": \"blocked\"}\n".repeat(5_000) + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        ref = inTransaction(() -> artifacts.store("report.jsonl", "application/jsonl", content));
        tag = '"' + ref.digest() + '"';
    }

    @Test
    void aReportLiesCompressedAndIsServedWhole() {
        // When
        Response answer = reading().get(path());
        // Then
        answer.then().statusCode(200).header("Content-Encoding", nullValue()).header("Accept-Ranges", "bytes")
                .header("ETag", equalTo(tag)).header("Vary", "Accept-Encoding");
        assertArrayEquals(content, answer.asByteArray());
        assertTrue(stored() < content.length / 10, stored() + " bytes of " + content.length);
    }

    @Test
    void whoReadsGzipGetsItAsItLies() throws IOException {
        // When
        Response answer = reading().header("Accept-Encoding", "br, gzip;q=0.5").get(path());
        // Then
        answer.then().statusCode(200).header("Content-Encoding", "gzip")
                .header("ETag", equalTo('"' + ref.digest() + "-gzip\""));
        assertEquals(stored(), answer.asByteArray().length);
        assertArrayEquals(content, new GZIPInputStream(new ByteArrayInputStream(answer.asByteArray())).readAllBytes());
    }

    @Test
    void whoRefusesGzipDoesNotGetIt() {
        reading().header("Accept-Encoding", "gzip;q=0, identity").get(path()).then().statusCode(200)
                .header("Content-Encoding", nullValue()).header("ETag", equalTo(tag));
    }

    @Test
    void aRangeIsServedOfTheContentItself() {
        // When
        Response answer = reading().header("Accept-Encoding", "gzip").header("Range", "bytes=23-45").get(path());
        // Then
        answer.then().statusCode(206).header("Content-Range", "bytes 23-45/" + content.length).header("ETag", equalTo(tag));
        assertArrayEquals(Arrays.copyOfRange(content, 23, 46), answer.asByteArray());
    }

    @Test
    void aRangeOfSomethingElseIsAnsweredWithTheWhole() {
        reading().header("Range", "bytes=0-1").header("If-Range", tag).get(path()).then().statusCode(206);
        reading().header("Range", "bytes=0-1").header("If-Range", "\"another\"").get(path()).then().statusCode(200);
    }

    @Test
    void aRangeBeyondTheEndIsRefusedWithTheSize() {
        reading().header("Range", "bytes=" + content.length + "-").get(path()).then().statusCode(416)
                .header("Content-Range", "bytes */" + content.length);
    }

    @Test
    void whoHasItAlreadyGetsNothing() {
        reading().header("If-None-Match", "\"x\", W/" + tag).get(path()).then().statusCode(304).header("ETag", equalTo(tag));
        reading().header("If-None-Match", '"' + ref.digest() + "-gzip\"").get(path()).then().statusCode(304);
        reading().header("If-None-Match", "\"x\"").get(path()).then().statusCode(200);
    }

    @Test
    void theHeadAloneTellsTheTag() {
        reading().head(path()).then().statusCode(200).header("ETag", equalTo(tag));
    }

    private String path() {
        return "/artifacts/" + ref.digest();
    }

    private long stored() {
        return pool.preparedQuery("select length(content) from artifact where digest = $1").execute(Tuple.of(ref.digest()))
                .await().indefinitely().iterator().next().getLong(0);
    }

    private static RequestSpecification reading() {
        return given().config(RestAssuredConfig.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Authorization", TestKeys.bearer(TestKeys.SERVICE));
    }
}
