package dev.touchstone.judge;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.judge.questions.found.FoundFiles;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What security and functional found, from their files to the verdict. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeWorld.class, scope = TestResourceScope.GLOBAL)
class FoundQuestionsTest extends BusTest {

    @ConfigProperty(name = "touchstone.services.sandbox-url")
    String host;

    private StageEvent prepared(String agent, LlmSettings llm) {
        AgentTarget target = new AgentTarget("Trip planner",
                URI.create("http://user:secret@agent.test/" + agent), AgentTarget.Protocol.A2A_1_0,
                Cards.ref(host, Cards.TRIPS));
        return Samples.event(Samples.review(),
                Stage.JUDGE, 1, 1,
                new Requested("accepted", target,
                        new ReviewContext("acme", null, null, null, "policy-1"), llm, null));
    }

    private StageEvent send(StageEvent request) {
        bus.send(request);
        return request;
    }

    private StageEvent completed(StageEvent request) {
        return bus.await(request.submissionId(), "completed");
    }

    private static StageEvent with(Evidence evidence, StageEvent event) {
        return new StageEvent(event.origin(), event.review(), event.position(), event.body(), evidence);
    }

    private static Completed body(StageEvent completed) {
        return (Completed) completed.body();
    }

    private static String verdict(StageEvent completed) {
        return body(completed).summary().path("verdict").textValue();
    }

    private static byte[] artifact(StageEvent completed, String name) {
        ArtifactRef artifact = completed.evidence().artifact(name).orElseThrow();
        return TestKeys.as(TestKeys.SERVICE)
                .get("/artifacts/" + artifact.digest()).then().statusCode(200).extract().asByteArray();
    }

    private static List<JsonNode> report(StageEvent completed) {
        return new String(artifact(completed, "judge_report.jsonl"), StandardCharsets.UTF_8).lines().map(line -> {
            try {
                return JsonMapper.builder().build().readTree(line);
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }).toList();
    }

    private static final LlmSettings MODEL = new LlmSettings(true, null, null, null, null, null, null);

    @Test
    void whatEarlierStagesFoundIsAskedAboutAndWhatWasAnsweredIsNotAskedAgain() {
        // Given
        String agent = "honest-" + UUID.randomUUID();
        // When
        StageEvent completed = completed(send(with(FoundFiles.weak(host), prepared(agent, MODEL))));
        // Then
        List<JsonNode> lines = report(completed);
        assertEquals(List.of(4L, 5L, 7L), List.of("functional", "security", "card").stream()
                .map(source -> lines.stream().filter(line -> line.at("/question/provenance/source").asText().equals(source))
                        .count())
                .toList());
        JsonNode recorded = lines.stream().filter(line -> line.at("/question/provenance/place").asText().equals("card-2"))
                .findFirst().orElseThrow();
        assertEquals("出発の前日までキャンセルできます。", recorded.at("/heard/answer/text").asText());
        assertEquals("出発の3日前までです。", recorded.at("/question/reference/answer").asText());
        Map<String, Integer> calls = get(host + "/calls").jsonPath().getMap("$");
        assertEquals(lines.size() - 3, calls.get(agent));
        assertFalse(calls.containsKey(agent + " " + recorded.at("/question/text").asText()));
        assertTrue(new String(artifact(completed, "relay_logs.jsonl"), StandardCharsets.UTF_8)
                .contains("\"recordedFrom\":\"functional_transcript.jsonl, line 3, turn 1\""));
    }

    @Test
    void aSecretThatFunctionalMaskedIsFlaggedHere() {
        // When
        StageEvent completed = completed(send(with(FoundFiles.weak(host), prepared("honest", MODEL))));
        // Then
        assertTrue(body(completed).summary().path("flags").has("pattern:secret_key"), body(completed).summary().toString());
        assertFalse(verdict(completed).equals("approve"));
    }

    @Test
    void withoutTheFindingsTheVerdictIsAtBestManualAndSaysWhy() {
        // When
        StageEvent missing = completed(send(with(Evidence.none(), prepared("honest", MODEL))));
        StageEvent changed = completed(send(with(FoundFiles.changed(host), prepared("honest", MODEL))));
        // Then
        assertEquals(List.of("The findings of security could not be read: security_summary.json did not come with the request.",
                "The findings of functional could not be read: functional_transcript.jsonl did not come with the request."),
                body(missing).warnings().subList(0, 2));
        assertEquals("manual", verdict(missing));
        assertTrue(body(changed).warnings().contains("The findings of functional could not be read: functional_report.jsonl"
                + " is not the one that was accepted: its digest differs."), body(changed).warnings().toString());
        assertEquals("manual", verdict(changed));
    }

    @Test
    void findingsOfAnAddressThatIsNoServiceOfOursAreNotFetched() {
        // When
        StageEvent completed = completed(send(with(at("http://169.254.169.254/latest"), prepared("honest", MODEL))));
        // Then
        assertTrue(body(completed).warnings().getFirst().endsWith(
                "its address is not that of a service which keeps such documents."), body(completed).warnings().toString());
        assertEquals("manual", verdict(completed));
    }

    @Test
    void aKeeperThatIsAwayIsWaitedForOnceAndThenAPersonDecides() {
        // When
        StageEvent completed = completed(send(with(at(host + "/v1/chat/completions"), prepared("honest", MODEL))));
        // Then
        assertEquals("The findings of security and functional could not be read: the document's keeper answered 401.",
                body(completed).warnings().getFirst());
        assertEquals("manual", verdict(completed));
    }

    /** The files of clean stages, at another address. */
    private Evidence at(String address) {
        return Evidence.of(FoundFiles.clean(host).artifacts().stream()
                .map(file -> new ArtifactRef(file.name(), file.mediaType(), file.size(), file.digest(), URI.create(address)))
                .toList());
    }
}
