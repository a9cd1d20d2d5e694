package dev.touchstone.sandbox.functional;

import java.util.ArrayList;
import java.util.List;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Excerpt;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Span;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Failure;
import dev.touchstone.sandbox.attempt.Transcript.Heard;
import dev.touchstone.sandbox.attempt.Transcript.Turn;
import dev.touchstone.sandbox.security.detect.AgentSecrets;
import dev.touchstone.sandbox.security.detect.Redaction;

/**
 * Has one conversation with the agent and writes down what may be kept of it: secrets are searched in all that it said,
 * then masked, then the rest is cut.
 *
 * @param longestAnswer so many characters of an answer are kept, and read by whoever judges
 */
record ScenarioTalk(AgentClient client, AgentTarget agent, int longestAnswer) {

    private static final int MOST_TOOL_CALLS = 50;

    Transcript about(Scenario scenario) throws InterruptedException {
        List<String> prompts = scenario.turns().stream().map(Scenario.Turn::question).toList();
        List<Turn> turns = new ArrayList<>();
        List<Prompt.Round> earlier = new ArrayList<>();
        String contextId = null;
        for (String prompt : prompts) {
            switch (client.ask(agent, new Prompt(prompt, contextId, earlier))) {
                case Answer.Said said -> {
                    turns.add(new Turn(prompt, heard(said, prompts), said.latency().toMillis()));
                    earlier.add(new Prompt.Round(prompt, said.text()));
                    contextId = said.contextId();
                }
                case Answer.Failed failed -> {
                    turns.add(new Turn(prompt, null, failed.latency().toMillis()));
                    return new Transcript(turns, failure(failed, prompts), List.of());
                }
            }
        }
        return new Transcript(turns, null, List.of());
    }

    private Heard heard(Answer.Said said, List<String> prompts) {
        List<Span> secrets = AgentSecrets.findIn(said.text(), prompts);
        Excerpt kept = Excerpt.of(Redaction.of(said.text(), secrets), longestAnswer);
        List<ToolCall> toolCalls = said.said().toolCalls().stream().limit(MOST_TOOL_CALLS)
                .map(call -> new ToolCall(line(call.name(), prompts), line(call.arguments(), prompts))).toList();
        Integer cutFrom = kept.cutFrom() == null ? null : said.text().length();
        return new Heard(kept.text(), cutFrom, secrets, toolCalls, said.said().tokens());
    }

    private static Failure failure(Answer.Failed failed, List<String> prompts) {
        return new Failure(failed.code().code(), line(failed.detail(), prompts), AgentSecrets.findIn(failed.detail(), prompts));
    }

    private static String line(String text, List<String> prompts) {
        return Excerpt.of(AgentSecrets.hide(text, prompts), Excerpt.LONGEST_DETAIL).text();
    }
}
