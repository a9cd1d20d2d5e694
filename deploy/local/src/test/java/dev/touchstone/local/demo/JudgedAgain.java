package dev.touchstone.local.demo;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.agents.Sample;
import dev.touchstone.local.system.Keys;
import dev.touchstone.local.system.Ports;
import dev.touchstone.local.system.Service;

/**
 * One review whose models were not really asked at first, so that it comes to a person, who then asks for another LLM. It goes
 * on beside the demo's reviews.
 *
 * @param id of the submission
 */
record JudgedAgain(Ports ports, Keys keys, String id, String runId) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static JudgedAgain submit(Ports ports, Keys keys) throws Exception {
        ObjectNode submission = JSON.createObjectNode().put("agentId", "judged-again").put("revision", "1")
                .put("cardUrl", "http://127.0.0.1:" + ports.of(Sample.GOOD) + "/.well-known/agent-card.json");
        submission.putObject("telemetry").putObject("llmJudge").put("enabled", true).put("dryRun", true);
        JsonNode accepted = Http.post(ports.url(Service.SUBMISSION).resolve("/api/v1/submissions"), submission, keys.client());
        return new JudgedAgain(ports, keys, accepted.path("submissionId").asText(),
                accepted.path("wandbRun").path("runId").asText());
    }

    /** Returns when the judge has judged again. */
    void askForAnotherLlm() throws Exception {
        await("a person is asked").atMost(PATIENCE)
                .until(() -> progress().path("state").asText().equals("awaiting_decision"));
        ObjectNode retry = JSON.createObjectNode().put("submissionId", id).put("stage", "judge").put("reason",
                "really ask them");
        retry.putObject("llmOverride").put("enabled", true).put("model", "scripted-judge-2").put("temperature", 0.7)
                .put("dryRun", false);
        Http.post(ports.url(Service.REVIEW).resolve("/review/retry"), retry, keys.house());
        await("the judge has judged again").atMost(PATIENCE).until(() -> judge("completed", 2).isPresent());
    }

    JsonNode progress() throws Exception {
        return Http.get(submission("/progress"), keys.house());
    }

    /** What an event of the judge's attempt says. */
    Optional<JsonNode> judge(String event, int attempt) throws Exception {
        JsonNode page = Http.get(submission("/events?stage=judge&limit=200&event=" + event), keys.house());
        return elements(page.path("items")).filter(each -> each.path("attempt").asInt() == attempt)
                .map(each -> each.path("data")).findFirst();
    }

    /** The ledger's entries about this kind of event, each as it was sealed. */
    List<JsonNode> ledger(String event) throws Exception {
        JsonNode ledger = Http.get(ports.url(Service.REVIEW).resolve("/review/ledger/" + id), keys.house());
        return elements(ledger.path("entries")).map(JudgedAgain::sealed)
                .filter(entry -> entry.path("event").asText().equals(event)).toList();
    }

    String page() throws Exception {
        return Http.text(ports.url(Service.REVIEW).resolve("/submissions/" + id + "/judge"), "text/html", keys.house());
    }

    JsonNode run() throws Exception {
        return Recordings.run(ports.emulatorUrl(), runId);
    }

    private URI submission(String path) {
        return ports.url(Service.SUBMISSION).resolve("/api/v1/submissions/" + id + path);
    }

    private static JsonNode sealed(JsonNode line) {
        try {
            return JSON.readTree(line.path("entry").asText());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(line.toString(), noJson);
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
