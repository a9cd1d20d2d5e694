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
import dev.touchstone.sandbox.attempt.KeptSpans;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Failure;
import dev.touchstone.sandbox.attempt.Transcript.Heard;
import dev.touchstone.sandbox.attempt.Transcript.Turn;
import dev.touchstone.sandbox.egress.Credential;
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
    private static final int LONGEST_NAME = 200;

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
        List<Span> found = new ArrayList<>(secrets(said.text(), prompts));
        Excerpt kept = Excerpt.of(Redaction.of(said.text(), found), longestAnswer);
        List<ToolCall> toolCalls = new ArrayList<>();
        for (ToolCall call : said.said().toolCalls()) {
            List<Span> inName = secrets(call.name(), prompts);
            List<Span> inArguments = secrets(call.arguments(), prompts);
            toolCalls.add(new ToolCall(line(call.name(), inName, LONGEST_NAME),
                    line(call.arguments(), inArguments, Excerpt.LONGEST_DETAIL)));
            found.addAll(inName);
            found.addAll(inArguments);
        }
        Integer cutFrom = kept.cutFrom() == null ? null : said.text().length();
        return new Heard(kept.text(), cutFrom, KeptSpans.of(found), toolCalls.stream().limit(MOST_TOOL_CALLS).toList(),
                said.said().tokens());
    }

    private static Failure failure(Answer.Failed failed, List<String> prompts) {
        List<Span> found = secrets(failed.detail(), prompts);
        return new Failure(failed.code().code(), line(failed.detail(), found, Excerpt.LONGEST_DETAIL), KeptSpans.of(found));
    }

    private static String line(String text, List<Span> secrets, int longest) {
        return Excerpt.of(Redaction.of(text, secrets), longest).text();
    }

    private static List<Span> secrets(String text, List<String> prompts) {
        List<Span> found = new ArrayList<>(AgentSecrets.findIn(text, prompts));
        if (prompts.stream().noneMatch(prompt -> prompt.contains(Credential.MASK))) {
            found.addAll(credentials(text));
        }
        return found;
    }

    /** Where the way out has masked the token that the agent was called with: it is never here, but the agent said it. */
    private static List<Span> credentials(String text) {
        List<Span> found = new ArrayList<>();
        int start = text.indexOf(Credential.MASK);
        while (start >= 0) {
            int end = start + Credential.MASK.length();
            found.add(new Span("credential", start, end));
            start = text.indexOf(Credential.MASK, end);
        }
        return found;
    }
}
