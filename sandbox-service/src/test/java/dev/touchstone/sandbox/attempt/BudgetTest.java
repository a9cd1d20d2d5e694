package dev.touchstone.sandbox.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;

class BudgetTest {

    private static final AgentTarget AGENT = Samples.agent(URI.create("https://agent.example.com"));
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), 10, 1_000);

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void nobodyIsAskedOnceTheRequestsAreSpent() throws InterruptedException {
        // Given
        Budget budget = budget(new Usage(5, 1, 1), Spending.NONE);
        budget.ask(AGENT, Prompt.of("one"));
        budget.ask(AGENT, Prompt.of("two"));
        // When
        Answer answer = budget.ask(AGENT, Prompt.of("three"));
        // Then
        assertEquals(FailureCode.BUDGET, assertInstanceOf(Answer.Failed.class, answer).code());
        assertEquals(2, asked.get());
    }

    @Test
    void bytesCountBothWays() throws InterruptedException {
        // Given
        Budget budget = budget(new Usage(1, 400, 600), Spending.NONE);
        // When
        budget.ask(AGENT, Prompt.of("one"));
        // Then
        assertEquals("The attempt has used up its 1000 bytes.", budget.exhausted().orElseThrow());
    }

    @Test
    void whatEarlierWorkersSpentCounts() {
        // Given
        Budget budget = budget(Usage.NONE, new Spending(59_000, 0, 0));
        assertTrue(budget.exhausted().isEmpty());
        // When
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        // Then
        assertEquals("The attempt has used up its time of 60 seconds.", budget.exhausted().orElseThrow());
        assertEquals(new Spending(60_000, 0, 0), budget.spent());
    }

    /** An agent that always says the same. */
    static AgentClient saying(String text, Usage each) {
        return (agent, prompt) -> new Answer.Said(Utterance.of(text), null, Duration.ZERO, each);
    }

    private Budget budget(Usage each, Spending before) {
        AgentClient yes = saying("yes", each);
        AgentClient client = (agent, prompt) -> {
            asked.incrementAndGet();
            return yes.ask(agent, prompt);
        };
        return new Budget(client, LIMITS, before, nanos::get);
    }
}
