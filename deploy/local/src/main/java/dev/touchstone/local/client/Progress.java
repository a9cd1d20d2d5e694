package dev.touchstone.local.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** A progress answer, as far as it is read here. Its texts are as they came: agents and models wrote some of them. */
public record Progress(JsonNode json) {

    /** One stage; {@code done} and {@code total} are -1 where they are not told, {@code attempt} 0 before the first. */
    public record Step(String stage, String status, int attempt, int done, int total, String message) {

        public boolean hasFailed() {
            return status.equals("failed");
        }

        @Override
        public String toString() {
            return total > 0 && status.equals("running") ? status + " " + done + "/" + total : status;
        }
    }

    public String agentId() {
        return json.path("agentId").asText("");
    }

    public String revision() {
        return json.path("revision").asText("");
    }

    public String state() {
        return json.path("state").asText("unknown");
    }

    public boolean isTerminal() {
        return json.path("terminal").asBoolean();
    }

    public boolean awaitsDecision() {
        return state().equals("awaiting_decision");
    }

    /** Counted from 1. */
    public int round() {
        return json.path("round").asInt(1);
    }

    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (JsonNode stage : json.path("stages")) {
            steps.add(new Step(stage.path("stage").asText(), stage.path("status").asText(), stage.path("attempt").asInt(0),
                    stage.path("done").asInt(-1), stage.path("total").asInt(-1), stage.path("message").asText("")));
        }
        return steps;
    }

    public Optional<Step> step(String stage) {
        return steps().stream().filter(step -> step.stage().equals(stage)).findFirst();
    }

    /** Empty as long as the jury has none. */
    public String verdict() {
        return text(json.path("verdict"));
    }

    public String statusReason() {
        return text(json.path("statusReason"));
    }

    public JsonNode trustScore() {
        return json.path("trustScore").path("score");
    }

    public String runId() {
        return json.path("wandbRun").path("runId").asText();
    }

    public String runUrl() {
        return json.path("wandbRun").path("url").asText();
    }

    public String runState() {
        return json.path("wandbRun").path("state").asText("unknown");
    }

    public String reviewUrl() {
        return json.path("links").path("review").asText();
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }
}
