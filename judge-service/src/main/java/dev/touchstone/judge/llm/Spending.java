package dev.touchstone.judge.llm;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Tokens;

/**
 * The purse of one attempt, for all its models together. A reply that was kept from earlier is paid like one that is fetched:
 * what an attempt comes to must not depend on what ran before it. Safe for many threads; prompts that are under way while a
 * limit is passed still are answered.
 */
public final class Spending {

    private final LlmConfig.Budget budget;
    private final int times;
    private final long began = System.nanoTime();
    private long calls;
    private long tokens;
    private BigDecimal usd = BigDecimal.ZERO;

    public Spending(LlmConfig.Budget budget) {
        this(budget, 1);
    }

    /** @param times so many attempts' budgets, for what asks as much as they would */
    public Spending(LlmConfig.Budget budget, int times) {
        this.budget = budget;
        this.times = times;
    }

    /** Counts what the attempt asked before it was taken up again, as its stored opinions show it. */
    synchronized void resume(ModelSettings settings, Sample.Exchange earlier) {
        if (settings.dryRun()) {
            return;
        }
        calls++;
        if (earlier.reply() != null) {
            took(settings, bytes(earlier.prompt()), earlier.tokens());
        }
    }

    /** Why no further prompt is asked; where that is empty, one is counted as asked. */
    synchronized Optional<String> begin() {
        Optional<String> spent = spent();
        if (spent.isEmpty()) {
            calls++;
        }
        return spent;
    }

    synchronized void took(ModelSettings settings, ChatPrompt prompt, Tokens took) {
        took(settings, prompt.messages().stream().mapToLong(message -> bytes(message.content())).sum(), took);
    }

    /** No host reads more tokens than there are bytes, or writes more than it may. */
    private void took(ModelSettings settings, long promptBytes, Tokens took) {
        Long read = took.input();
        Long written = took.output();
        long input = read == null ? promptBytes : read;
        long output = written == null ? settings.maxOutputTokens() : written;
        tokens += input + output;
        Price price = settings.facts().price();
        if (price != null) {
            usd = usd.add(price.of(input, output));
        }
    }

    private Optional<String> spent() {
        long mostCalls = (long) times * budget.calls();
        if (calls >= mostCalls) {
            return Optional.of("the attempt's budget of " + mostCalls + " calls is spent");
        }
        long mostTokens = times * budget.tokens();
        if (tokens >= mostTokens) {
            return Optional.of("the attempt's budget of " + mostTokens + " tokens is spent");
        }
        Duration longest = budget.time().multipliedBy(times);
        if (System.nanoTime() - began >= longest.toNanos()) {
            return Optional.of("the attempt's time for models of " + longest + " is over");
        }
        return budget.usd().map(most -> most.multiply(BigDecimal.valueOf(times))).filter(most -> usd.compareTo(most) >= 0)
                .map(most -> "the attempt's budget of " + most.toPlainString() + " US dollars is spent");
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
