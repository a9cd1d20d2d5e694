package dev.touchstone.sandbox.attempt;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Usage;

/**
 * Asks an agent as long as the attempt's budget lasts, and then no more: every further answer is a failure with the code
 * {@link FailureCode#BUDGET}. That says nothing of the agent, so the case counts as not executed (unless a secret was out by
 * then) and its result is not stored. Concurrency: cases ask side by side.
 */
public final class Budget implements AgentClient {

    /** Among the reasons of a gate that stays closed because the budget was spent. */
    public static final String EXHAUSTED = "budget_exhausted";

    private final AgentClient client;
    private final Limits limits;
    private final LongSupplier nanoTime;
    private final long began;
    private Spending spent;
    private @Nullable String reason;

    /**
     * @param before what earlier workers of the same attempt spent
     * @param nanoTime as {@link System#nanoTime()}
     */
    public Budget(AgentClient client, Limits limits, Spending before, LongSupplier nanoTime) {
        this.client = client;
        this.limits = limits;
        this.spent = before;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** Without any limit, as of a question that belongs to no attempt. */
    public static Budget unlimited(AgentClient client) {
        return new Budget(client, new Limits(Duration.ofDays(365), Long.MAX_VALUE, Long.MAX_VALUE), Spending.NONE,
                System::nanoTime);
    }

    @Override
    public Answer ask(AgentTarget agent, Prompt prompt) throws InterruptedException {
        Optional<String> over = exhausted();
        if (over.isPresent()) {
            return new Answer.Failed(FailureCode.BUDGET, over.get(), Duration.ZERO, Usage.NONE);
        }
        Answer answer = client.ask(agent, prompt);
        spend(answer.usage());
        return answer;
    }

    private synchronized void spend(Usage usage) {
        spent = spent.plus(usage);
    }

    /** What is spent by now. */
    public synchronized Spending spent() {
        return spent.plus(Duration.ofNanos(nanoTime.getAsLong() - began));
    }

    /** Why nothing may be asked any more, in words; empty while the budget lasts. Once it is spent it stays so. */
    public synchronized Optional<String> exhausted() {
        if (reason == null) {
            reason = limits.metBy(spent()).orElse(null);
        }
        return Optional.ofNullable(reason);
    }
}
