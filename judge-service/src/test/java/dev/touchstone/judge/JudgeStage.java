package dev.touchstone.judge;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.events.Actor;
import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.Origin;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.judge.questions.found.FoundFiles;

/** The whole stage from outside: a request on the broker, an agent behind the relay, and what is said at the end. */
abstract class JudgeStage extends BusTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ConfigProperty(name = "touchstone.services.sandbox-url")
    String host;

    final StageEvent request(String agent, @Nullable LlmSettings llm) {
        return request(agent, llm, Cards.ref(host, Cards.TRIPS));
    }

    /** As many questions as it takes, and no more: for tests of what each answer comes to. */
    final StageEvent briefRequest(String agent, @Nullable LlmSettings llm) {
        return request(agent, llm, Cards.ref(host, Cards.ONE_SKILL));
    }

    final StageEvent request(String agent, @Nullable LlmSettings llm, ArtifactRef card) {
        return send(prepared(agent, llm, card));
    }

    final StageEvent prepared(String agent, @Nullable LlmSettings llm) {
        return prepared(agent, llm, Cards.ref(host, Cards.TRIPS));
    }

    final StageEvent prepared(String agent, @Nullable LlmSettings llm, ArtifactRef card) {
        ReviewRef review = Samples.review();
        AgentTarget target = new AgentTarget("Trip planner", URI.create("http://user:secret@agent.test/" + agent),
                AgentTarget.Protocol.A2A_1_0, card);
        return with(FoundFiles.clean(host), Samples.event(review, Stage.JUDGE, 1, 1, new Requested("accepted", target,
                new ReviewContext("acme", null, null, null, "policy-1"), llm, null)));
    }

    static StageEvent with(Evidence evidence, StageEvent event) {
        return new StageEvent(event.origin(), event.review(), event.position(), event.body(), evidence);
    }

    static StageEvent by(Actor actor, StageEvent event) {
        Origin origin = event.origin();
        return new StageEvent(new Origin(origin.id(), origin.source(), origin.occurredAt(), actor), event.review(),
                event.position(), event.body(), event.evidence());
    }

    final StageEvent send(StageEvent request) {
        bus.send(request);
        return request;
    }

    /** Asks for this model to sit on the jury. */
    static LlmSettings model(String name) {
        return new LlmSettings(true, null, name, null, null, null, null);
    }

    final StageEvent completed(StageEvent request) {
        return bus.await(request.submissionId(), "completed");
    }

    final Failed failed(StageEvent request) {
        return assertInstanceOf(Failed.class, bus.await(request.submissionId(), "failed").body());
    }

    static Completed body(StageEvent completed) {
        return assertInstanceOf(Completed.class, completed.body());
    }

    static String verdict(StageEvent completed) {
        return body(completed).summary().path("verdict").textValue();
    }

    /** The lines of {@code judge_report.jsonl}. */
    static List<JsonNode> report(StageEvent completed) {
        return new String(artifact(completed, "judge_report.jsonl"), StandardCharsets.UTF_8).lines().map(JudgeStage::json)
                .toList();
    }

    /** What this juror said of the answer of this line. */
    static JsonNode opinion(JsonNode line, String juror) {
        return line.path("opinions").valueStream().filter(opinion -> opinion.path("juror").asText().equals(juror)).findFirst()
                .orElseThrow();
    }

    static byte[] artifact(StageEvent completed, String name) {
        return completed.evidence().artifacts().stream().filter(artifact -> artifact.name().equals(name)).findFirst()
                .map(JudgeStage::content).orElseThrow();
    }

    final List<String> saidBesidesProgress(StageEvent completed) {
        return bus.eventsOf(completed.submissionId()).stream().map(StageEvent::event)
                .filter(event -> !event.equals("progressed")).toList();
    }

    static String everythingOf(StageEvent completed) {
        StringBuilder all = new StringBuilder(completed.toString());
        completed.evidence().artifacts().forEach(each -> all.append(new String(content(each), StandardCharsets.UTF_8)));
        return all.toString();
    }

    static byte[] content(ArtifactRef artifact) {
        return TestKeys.as(TestKeys.SERVICE).get("/artifacts/" + artifact.digest()).then().statusCode(200).extract()
                .asByteArray();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
