package dev.touchstone.sandbox.functional;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Assessment;
import dev.touchstone.sandbox.attempt.Transcript.Heard;
import dev.touchstone.sandbox.attempt.llm.Assessor;
import dev.touchstone.sandbox.attempt.llm.Assessor.Reading;
import dev.touchstone.sandbox.attempt.llm.Fence;
import dev.touchstone.sandbox.attempt.llm.Instructions;
import dev.touchstone.sandbox.attempt.llm.Llm;

/** Asks the operator's language model what it makes of a conversation. It sees what is kept of it: masked and cut. */
@ApplicationScoped
class Evaluator {

    private static final Set<String> VERDICTS = Set.of("pass", "fail", "unclear");
    private static final Set<String> TOPICS = Set.of("on_topic", "partly", "off_topic", "unclear");
    private static final Set<String> PROGRESSES = Set.of("follows", "repeats", "contradicts", "not_applicable", "unclear");

    private final Llm llm;
    private final Instructions instructions = Instructions.load("functional-evaluator-1", Evaluation.ROLE);

    Evaluator(Llm llm) {
        this.llm = llm;
    }

    boolean configured() {
        return llm.configured();
    }

    /** What the model said, in the words of {@link Evaluation}; without a verdict where it said nothing usable. */
    List<Assessment> assess(Scenario scenario, Transcript transcript) throws InterruptedException {
        List<JsonNode> answers = new ArrayList<>();
        return new Assessor(llm, instructions).assess(fence -> material(scenario, transcript, fence), json -> {
            answers.add(json);
            return read(json);
        }).map(said -> said.verdict() == null ? List.of(said)
                : List.of(said, beside(said, Evaluation.TOPIC, answers.getLast().path("topicRelevance").asText()),
                        beside(said, Evaluation.PROGRESS, answers.getLast().path("dialogueProgress").asText())))
                .orElse(List.of());
    }

    /** That it was not asked, which is no verdict either. */
    Assessment notAsked(String why) {
        return new Assessment(Evaluation.ROLE, null, null, why, null, null, instructions.digest());
    }

    /** The same answer's other words; its tokens are counted once. */
    private static Assessment beside(Assessment said, String role, String verdict) {
        return new Assessment(role, said.model(), verdict, "", null, null, said.promptDigest());
    }

    private static Reading read(JsonNode json) {
        boolean known = VERDICTS.contains(json.path("verdict").asText())
                && TOPICS.contains(json.path("topicRelevance").asText())
                && PROGRESSES.contains(json.path("dialogueProgress").asText())
                && Stream.of("reason", "evidence").allMatch(member -> json.path(member).isTextual());
        return known
                ? new Reading.Usable(json.path("verdict").asText(), json.path("reason").asText(),
                        json.path("evidence").asText())
                : new Reading.Unusable("The object lacks a member, or a member has a value that is not among those named.");
    }

    private static String material(Scenario scenario, Transcript transcript, Fence fence) {
        StringBuilder material = new StringBuilder("The agent's skill or use case:\n").append(fence.around(scenario.useCase()));
        for (int i = 0; i < transcript.turns().size(); i++) {
            Scenario.Turn turn = scenario.turns().get(i);
            Heard heard = transcript.turns().get(i).heard();
            material.append("\n\nQuestion ").append(i + 1).append(":\n").append(fence.around(turn.question()))
                    .append("\nWhat is expected, ").append(switch (turn.aim()) {
                        case TOPIC -> "as a topic:\n" + fence.around(turn.expected());
                        case ANSWER -> "as an answer:\n" + fence.around(turn.expected());
                        case SHORTER -> "as a follow-up: the answer before, in one sentence.";
                    }).append("\nThe agent's answer ").append(i + 1).append(":\n")
                    .append(fence.around(heard == null ? "" : heard.text()));
        }
        return material.toString();
    }
}
