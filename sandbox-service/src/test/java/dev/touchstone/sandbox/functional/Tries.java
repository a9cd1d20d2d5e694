package dev.touchstone.sandbox.functional;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.sandbox.attempt.Budget;
import dev.touchstone.sandbox.attempt.CaseRun;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.StoredSession;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.llm.Llm;
import dev.touchstone.sandbox.attempt.llm.LlmAnswer;
import dev.touchstone.sandbox.attempt.llm.LlmQuestion;
import dev.touchstone.sandbox.suite.Language;

/** Attempts without a service: scenarios about trains, and a language model that says what it is told. */
final class Tries {

    static final FunctionalJudging JUDGING = new FunctionalJudging(new WordEmbeddings());

    private Tries() {
    }

    /** A language model; one that has nothing to say is not configured. */
    static final class ScriptedLlm implements Llm {

        private final @Nullable LlmAnswer answer;
        private final List<LlmQuestion> asked = new ArrayList<>();

        ScriptedLlm(@Nullable LlmAnswer answer) {
            this.answer = answer;
        }

        static ScriptedLlm silent() {
            return new ScriptedLlm(null);
        }

        static ScriptedLlm saying(String verdict, String evidence) {
            ObjectNode json = EventJson.mapper().createObjectNode().put("verdict", verdict).put("topicRelevance", "on_topic")
                    .put("dialogueProgress", "not_applicable").put("reason", "It is so.").put("evidence", evidence);
            return new ScriptedLlm(new LlmAnswer.Given(json, "model-7", null));
        }

        synchronized List<LlmQuestion> asked() {
            return List.copyOf(asked);
        }

        @Override
        public boolean configured() {
            return answer != null;
        }

        @Override
        public synchronized LlmAnswer ask(LlmQuestion question) {
            asked.add(question);
            return answer == null ? new LlmAnswer.Unavailable(LlmAnswer.Code.NOT_CONFIGURED, "There is none.") : answer;
        }
    }

    static Scenario scenario(String id, Scenario.Turn... turns) {
        return new Scenario(id, "trains", Language.EN, new Source(Source.Kind.SUITE, "daily@1.2#" + id), List.of(turns));
    }

    static Scenario.Turn topic(String question, String expected) {
        return new Scenario.Turn(question, expected, Aim.TOPIC);
    }

    static Rules rules(boolean evaluated) {
        return Rules.of(TestConfig.functional(Map.of()), evaluated);
    }

    static Ending run(List<Scenario> scenarios, Budget budget, StoredSession session, Llm llm) throws InterruptedException {
        return run(scenarios, budget, session, llm, 64);
    }

    static Ending run(List<Scenario> scenarios, Budget budget, StoredSession session, Llm llm, int questions)
            throws InterruptedException {
        Rules rules = rules(llm.configured());
        Plan plan = new Plan(new Plan.Header(rules, WordEmbeddings.ID, List.of(), Samples.CARD.digest()), scenarios);
        ScenarioTalk talk = new ScenarioTalk(budget, Samples.agent(URI.create("http://agent.invalid/")), 16_000);
        ScenarioAttempt attempt = new ScenarioAttempt(talk, new Evaluator(llm), JUDGING.judge(rules),
                new AtomicInteger(questions), questions < scenarios.size());
        return new FunctionalRun(plan, attempt, JUDGING, new CaseRun(session, 4, budget), session).carryOut();
    }

    /** What a scenario is worth if these are its answers. */
    static ScenarioResult judged(Rules rules, Scenario scenario, List<Transcript.Assessment> assessments, String... answers) {
        List<Transcript.Turn> turns = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            turns.add(new Transcript.Turn(scenario.turns().get(i).question(),
                    new Transcript.Heard(answers[i], null, List.of(), List.of(), null), 1));
        }
        return JUDGING.judge(rules).judge(new ScenarioLine(scenario, new Transcript(turns, null, assessments), null));
    }
}
