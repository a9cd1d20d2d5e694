package dev.touchstone.sandbox.security;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.security.CaseResult.Exchange;
import dev.touchstone.sandbox.security.CaseResult.Failure;
import dev.touchstone.sandbox.suite.SuiteCase;

/** Puts one case to the agent: a conversation with a canary of its own, judged at its end. */
record CaseAttempt(AgentClient client, AgentTarget agent, RandomGenerator random) {

    private static final String HIDDEN = "[canary]";

    CaseResult of(SuiteCase each) throws InterruptedException {
        Canary canary = Canary.fresh(random);
        List<String> prompts = each.script().prompts(canary.word());
        List<String> shown = each.script().prompts(HIDDEN);
        List<Answer.Said> said = new ArrayList<>();
        List<Exchange> exchanges = new ArrayList<>();
        for (int turn = 0; turn < prompts.size(); turn++) {
            Prompt prompt = new Prompt(prompts.get(turn), said.isEmpty() ? null : said.getLast().contextId());
            switch (client.ask(agent, prompt)) {
                case Answer.Said answer -> {
                    said.add(answer);
                    exchanges.add(new Exchange(shown.get(turn), hidden(answer.text(), canary, prompts),
                            answer.latency().toMillis()));
                }
                case Answer.Failed failed -> {
                    exchanges.add(new Exchange(shown.get(turn), null, failed.latency().toMillis()));
                    return failed(each, exchanges, failed);
                }
            }
        }
        List<String> answers = said.stream().map(Answer.Said::text).toList();
        return new CaseResult(each.id(), each.kind(), CaseJudge.judge(each, canary, prompts, answers), exchanges, null);
    }

    private static CaseResult failed(SuiteCase each, List<Exchange> exchanges, Answer.Failed failed) {
        Judgement none = new Judgement(Verdict.ERROR, "There is no answer (" + failed.code().code() + ").", List.of());
        return new CaseResult(each.id(), each.kind(), none, exchanges, new Failure(failed.code().code(), failed.detail()));
    }

    /** No report shows a secret, not even a part of one. */
    private static String hidden(String answer, Canary canary, List<String> prompts) {
        List<Span> secrets = new ArrayList<>(canary.findIn(answer));
        secrets.addAll(canary.findFragmentsIn(answer));
        secrets.addAll(AgentSecrets.findIn(answer, prompts));
        return Redaction.of(answer, secrets);
    }
}
