package dev.touchstone.review.artifacts.reads;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Tables;
import dev.touchstone.review.Talk;
import dev.touchstone.review.artifacts.EchoServer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class ReadsTest {

    @Inject
    Talk talk;

    @Inject
    Tables tables;

    private final Reviews review = new Reviews();
    private final String content = UUID.randomUUID().toString();
    private final String digest = Artifacts.digest(content.getBytes(StandardCharsets.UTF_8));

    @Test
    void aDownloadOfWhatMayHoldSecretsIsRecordedEachTime() {
        // Given
        told("security_transcript.jsonl");
        // When
        as(TestKeys.REVIEWER).get("/review/artifacts/" + digest).then().statusCode(200);
        as(TestKeys.REVIEWER).get("/review/artifacts/" + digest).then().statusCode(200);
        // Then
        as(TestKeys.AUDITOR).get("/review/reads/" + review.id()).then().statusCode(200).body("reads", hasSize(2))
                .body("reads.way", contains("download", "download"))
                .body("reads[0].name", equalTo("security_transcript.jsonl")).body("reads[0].digest", equalTo(digest));
    }

    @Test
    void whatHoldsFiguresOnlyIsNotRecorded() {
        // Given
        told("security_summary.json");
        // When
        as(TestKeys.REVIEWER).get("/review/artifacts/" + digest).then().statusCode(200);
        // Then
        as(TestKeys.OPERATOR).get("/review/reads/" + review.id()).then().statusCode(200).body("reads", hasSize(0));
    }

    @Test
    void whatCannotBeRecordedIsNotGiven() throws SQLException {
        // Given
        told("relay_logs.jsonl");
        tables.execute("alter table artifact_read rename to artifact_read_away");
        try {
            // When
            var answer = as(TestKeys.REVIEWER).get("/review/artifacts/" + digest).then();
            // Then
            answer.statusCode(503).body("type", equalTo("urn:touchstone:problem:read-not-recorded"));
        } finally {
            tables.execute("alter table artifact_read_away rename to artifact_read");
        }
        as(TestKeys.REVIEWER).get("/review/artifacts/" + digest).then().statusCode(200).body(containsString(content));
    }

    @ParameterizedTest
    @ValueSource(strings = { "update artifact_read set reader = 'nobody'", "delete from artifact_read",
            "truncate artifact_read" })
    void whatWasRecordedStays(String change) {
        SQLException refused = assertThrows(SQLException.class, () -> tables.execute(change));
        assertTrue(refused.toString().contains("What was read stays recorded"), refused.toString());
    }

    @Test
    void whoReadIsForOperatorsAndAuditors() {
        // Given
        told("relay_logs.jsonl");
        // Then
        for (String key : List.of(TestKeys.SUBMITTER, TestKeys.REVIEWER)) {
            as(key).get("/review/reads/" + review.id()).then().statusCode(403);
        }
        as(TestKeys.AUDITOR).get("/review/reads/" + UUID.randomUUID()).then().statusCode(404);
    }

    private void told(String name) {
        URI url = URI.create(ConfigProvider.getConfig().getValue("touchstone.services.sandbox-url", String.class) + "/file?"
                + content);
        talk.tell(review.requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1,
                new Completed(JsonNodeFactory.instance.objectNode(), Map.of(), List.of()),
                Evidence.of(List.of(new ArtifactRef(name, "application/jsonl", content.length(), digest, url)))));
    }
}
