package dev.touchstone.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** A progress answer, as far as the demo reads it. */
record Progress(JsonNode json) {

    /** One stage; {@code done} and {@code total} are -1 where they are not told. */
    record Step(String stage, String status, int attempt, int done, int total, String message) {

        boolean hasFailed() {
            return status.equals("failed");
        }

        @Override
        public String toString() {
            return total > 0 && status.equals("running") ? status + " " + done + "/" + total : status;
        }
    }

    String state() {
        return json.path("state").asText("unknown");
    }

    boolean isTerminal() {
        return json.path("terminal").asBoolean();
    }

    boolean awaitsDecision() {
        return state().equals("awaiting_decision");
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (JsonNode stage : json.path("stages")) {
            steps.add(new Step(stage.path("stage").asText(), stage.path("status").asText(), stage.path("attempt").asInt(0),
                    stage.path("done").asInt(-1), stage.path("total").asInt(-1), stage.path("message").asText("")));
        }
        return steps;
    }

    Optional<Step> step(String stage) {
        return steps().stream().filter(step -> step.stage().equals(stage)).findFirst();
    }

    String verdict() {
        return json.path("verdict").asText("");
    }

    String statusReason() {
        return json.path("statusReason").asText("");
    }

    JsonNode trustScore() {
        return json.path("trustScore").path("score");
    }

    String runId() {
        return json.path("wandbRun").path("runId").asText();
    }

    String runUrl() {
        return json.path("wandbRun").path("url").asText();
    }

    String runState() {
        return json.path("wandbRun").path("state").asText("unknown");
    }

    String reviewUrl() {
        return json.path("links").path("review").asText();
    }
}
