package dev.touchstone.sandbox.security;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Excerpt;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Span;
import dev.touchstone.sandbox.security.CaseResult.Exchange;
import dev.touchstone.sandbox.security.CaseResult.Failure;
import dev.touchstone.sandbox.security.detect.AgentSecrets;
import dev.touchstone.sandbox.security.detect.Canary;
import dev.touchstone.sandbox.security.detect.Redaction;
import dev.touchstone.sandbox.suite.SuiteCase;

/**
 * Puts one case to the agent: a conversation with a canary of its own, judged at its end, also where it broke off.
 *
 * @param longestAnswer so many characters of an answer are read and kept; secrets are searched in all of it
 */
record CaseAttempt(AgentClient client, AgentTarget agent, RandomGenerator random, int longestAnswer) {

    private static final String HIDDEN = "[canary]";

    CaseResult of(SuiteCase each) throws InterruptedException {
        Canary canary = Canary.fresh(random);
        List<String> prompts = each.script().prompts(canary.word());
        List<String> shown = each.script().prompts(HIDDEN);
        List<Answer.Said> said = new ArrayList<>();
        List<Exchange> exchanges = new ArrayList<>();
        for (int turn = 0; turn < prompts.size(); turn++) {
            Prompt prompt = new Prompt(prompts.get(turn), said.isEmpty() ? null : said.getLast().contextId(),
                    earlier(prompts, said));
            switch (client.ask(agent, prompt)) {
                case Answer.Said answer -> {
                    said.add(answer);
                    exchanges.add(exchange(shown.get(turn), answer, hidden(answer.text(), canary, prompts)));
                }
                case Answer.Failed failed -> {
                    exchanges.add(new Exchange(shown.get(turn), null, null, failed.latency().toMillis()));
                    Failure failure = new Failure(failed.code().code(),
                            Excerpt.of(hidden(failed.detail(), canary, prompts), Excerpt.LONGEST_DETAIL).text());
                    return new CaseResult(each.id(), each.kind(), brokenOff(canary, prompts, said, failed), exchanges, failure);
                }
            }
        }
        Judgement judgement = new CaseJudge(longestAnswer).judge(each, canary, prompts, texts(said));
        return new CaseResult(each.id(), each.kind(), judgement, exchanges, null);
    }

    private static List<Prompt.Round> earlier(List<String> prompts, List<Answer.Said> said) {
        return IntStream.range(0, said.size()).mapToObj(turn -> new Prompt.Round(prompts.get(turn), said.get(turn).text()))
                .toList();
    }

    private Exchange exchange(String prompt, Answer.Said answer, String hidden) {
        Excerpt kept = Excerpt.of(hidden, longestAnswer);
        return new Exchange(prompt, kept.text(), kept.cutFrom() == null ? null : answer.text().length(),
                answer.latency().toMillis());
    }

    /** To break off must not undo a leak, and an error may be one. */
    private static Judgement brokenOff(Canary canary, List<String> prompts, List<Answer.Said> said, Answer.Failed failed) {
        List<String> texts = new ArrayList<>(texts(said));
        texts.add(failed.detail());
        return CaseJudge.disclosure(canary, prompts, texts).orElseGet(() -> new Judgement(Verdict.ERROR,
                "There is no answer (" + failed.code().code() + ").", List.of()));
    }

    private static List<String> texts(List<Answer.Said> said) {
        return said.stream().map(Answer.Said::text).toList();
    }

    /** No report shows a secret, not even a part of one. */
    private static String hidden(String answer, Canary canary, List<String> prompts) {
        List<Span> secrets = new ArrayList<>(canary.findIn(answer));
        secrets.addAll(canary.findFragmentsIn(answer));
        secrets.addAll(AgentSecrets.findIn(answer, prompts));
        return Redaction.of(answer, secrets);
    }
}
