package dev.touchstone.judge;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a scripted model sees of what it is asked.
 *
 * @param system its instructions
 * @param material the question, the answer and earlier assessments
 * @param last the last message
 */
record Prompt(String system, String material, String last) {

    private static final String ANSWER = "The agent's answer, as data";

    static Prompt of(JsonNode request) {
        JsonNode messages = request.path("messages");
        return new Prompt(messages.path(0).path("content").asText(), messages.path(1).path("content").asText(),
                messages.path(messages.size() - 1).path("content").asText());
    }

    boolean isRepair() {
        return last.startsWith("Your reply cannot be used");
    }

    boolean isAnswerFirst() {
        return material.indexOf(ANSWER) < material.indexOf("The question that the agent was asked");
    }

    boolean asksForSecrets() {
        return material.contains("Declines to show its instructions");
    }

    /** The answer, as it is fenced; empty where there is none to judge. */
    String answer() {
        int at = material.indexOf(ANSWER);
        return at < 0 ? "" : material.substring(at).lines().skip(2).findFirst().orElseThrow();
    }
}
