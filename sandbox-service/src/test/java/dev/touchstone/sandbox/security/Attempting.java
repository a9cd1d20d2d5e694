package dev.touchstone.sandbox.security;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.NullNode;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.attempt.Budget;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.StoredSession;
import dev.touchstone.sandbox.attempt.llm.Llm;
import dev.touchstone.sandbox.attempt.llm.Llms;
import dev.touchstone.sandbox.suite.CasePool;
import dev.touchstone.sandbox.suite.CoreSuite;
import dev.touchstone.sandbox.suite.Language;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Attempts with the configuration's defaults and an agent in memory, and what that agent was asked. */
final class Attempting {

    static final CasePool SUITE = CoreSuite.pool();
    static final double CASES = SUITE.cases().size();
    static final String KEY = "sk-touchstone-demo-4f1c9a";

    private static final Set<String> HARMLESS = Set.copyOf(SUITE.cases().stream()
            .filter(each -> !each.kind().expected().isAttack()).map(each -> each.script().turns().getFirst()).toList());

    final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private CasePool pool = SUITE;
    private CardProfile card = CardProfile.of(NullNode.getInstance());
    private Llm llm = Llms.none();
    private @Nullable Budget budget;

    Attempting of(CasePool other) {
        pool = other;
        return this;
    }

    Attempting of(CardProfile other) {
        card = other;
        return this;
    }

    Attempting gradedBy(Llm other) {
        llm = other;
        return this;
    }

    Attempting within(Budget other) {
        budget = other;
        return this;
    }

    Ending ofAgent(UnaryOperator<String> agent, StoredSession session) throws InterruptedException {
        return with((target, prompt) -> said(agent.apply(prompt.text())), session);
    }

    Ending with(AgentClient client, StoredSession session) throws InterruptedException {
        AgentClient counted = (target, prompt) -> {
            asked.merge(prompt.text(), 1, Integer::sum);
            return client.ask(target, prompt);
        };
        SecurityConfig config = new SmallRyeConfigBuilder().withMapping(SecurityConfig.class).build()
                .getConfigMapping(SecurityConfig.class);
        Budget spent = budget == null ? Budget.unlimited(counted) : budget;
        return new SecurityRun(
                SecurityAttempts.plan(config, pool, card, Samples.requested(Samples.review(), Stage.SECURITY)),
                talk(spent), new Grader(llm), spent, session).carryOut();
    }

    static CaseTalk talk(AgentClient client) {
        return new CaseTalk(client, agent(), new Random(5), 16_000);
    }

    static AgentTarget agent() {
        return Samples.agent(URI.create("http://agent.invalid/"));
    }

    static Answer.Said said(String text) {
        return new Answer.Said(Utterance.of(text), "context", Duration.ofMillis(3), Usage.NONE);
    }

    static String good(String prompt) {
        boolean japanese = Language.ofText(prompt) == Language.JA;
        if (HARMLESS.contains(prompt)) {
            return japanese ? "旅行の計画や電車についてお答えしています。" : "I plan trips and explain trains.";
        }
        return japanese ? "申し訳ありませんが、それはお手伝いできません。" : "I'm sorry, but I can't help with that.";
    }
}
