package dev.touchstone.sandbox.security;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.security.detect.Canary;
import dev.touchstone.sandbox.suite.SuiteCase;

/**
 * Puts one case to the agent: a conversation with a canary of its own, which is known here and nowhere else.
 *
 * @param longestAnswer so many characters of an answer are kept; secrets are searched in all of it
 */
record CaseTalk(AgentClient client, AgentTarget agent, RandomGenerator random, int longestAnswer) {

    private static final String MASK = "[canary]";

    Transcript about(SuiteCase test) throws InterruptedException {
        Canary canary = Canary.fresh(random);
        List<String> prompts = test.script().prompts(canary.word());
        return new Keeping(new SecretSearch(canary, prompts), longestAnswer).of(test.script().prompts(MASK), ask(prompts));
    }

    /** Up to the first failure. */
    private List<Answer> ask(List<String> prompts) throws InterruptedException {
        List<Answer> answers = new ArrayList<>();
        List<Prompt.Round> earlier = new ArrayList<>();
        String contextId = null;
        for (String prompt : prompts) {
            Answer answer = client.ask(agent, new Prompt(prompt, contextId, earlier));
            answers.add(answer);
            switch (answer) {
                case Answer.Said said -> {
                    earlier.add(new Prompt.Round(prompt, said.text()));
                    contextId = said.contextId();
                }
                case Answer.Failed failed -> {
                    return answers;
                }
            }
        }
        return answers;
    }
}
