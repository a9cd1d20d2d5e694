package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Tokens;

class SpendingTest {

    private static final Price PRICE = new Price(new BigDecimal("3"), new BigDecimal("15"));
    private static final ModelSettings PRICED = new ModelSettings("a", Provider.OPENAI, URI.create("http://llm.test/v1"), "m",
            0, 64,
            false, new ModelFacts(List.of(), PRICE));

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = { "2, 1000000, none, the attempt's budget of 2 calls is spent",
            "9, 200, none, the attempt's budget of 200 tokens is spent",
            "9, 1000000, 0.0012, the attempt's budget of 0.0012 US dollars is spent" })
    void thePromptThatPassesALimitIsTheLast(int calls, long tokens, @Nullable String usd, String reason)
            throws InterruptedException {
        // Given
        ChatModel model = model(new Spending(limits(calls, tokens, usd)), new Tokens(90L, 30L));
        // When
        List<ModelReply> replies = List.of(ask(model), ask(model), ask(model));
        // Then
        assertInstanceOf(ModelReply.Text.class, replies.get(0));
        assertInstanceOf(ModelReply.Text.class, replies.get(1));
        assertEquals(new ModelReply.Unavailable(reason), replies.get(2));
    }

    @Test
    void aHostThatCountsNothingIsReckonedToHaveTakenTheMost() throws InterruptedException {
        // Given
        ChatModel model = model(new Spending(limits(9, 74, null)), Tokens.UNKNOWN);
        // Then
        assertInstanceOf(ModelReply.Text.class, ask(model));
        assertEquals(new ModelReply.Unavailable("the attempt's budget of 74 tokens is spent"), ask(model));
    }

    @Test
    void whatAnAttemptTookBeforeItWasTakenUpAgainCounts() throws InterruptedException {
        // Given
        Spending spending = new Spending(limits(3, 1_000_000, "0.0012"));
        ChatModel model = model(spending, new Tokens(1L, 1L));
        model.recall(exchange("{}", new Tokens(90L, 30L)));
        model.recall(exchange(null, Tokens.UNKNOWN));
        // Then
        assertInstanceOf(ModelReply.Text.class, ask(model));
        assertEquals(new ModelReply.Unavailable("the attempt's budget of 3 calls is spent"), ask(model));
    }

    @Test
    void aDryRunTakesNothing() throws InterruptedException {
        // Given
        Spending spending = new Spending(limits(1, 1_000_000, null));
        ModelSettings dry = new ModelSettings("a", Provider.OPENAI, PRICED.baseUrl(), "m", 0, 64, true);
        spending.resume(dry, exchange(null, Tokens.UNKNOWN));
        // Then
        assertInstanceOf(ModelReply.Text.class, ask(model(spending, Tokens.UNKNOWN)));
    }

    private static LlmConfig.Budget limits(int calls, long tokens, @Nullable String usd) {
        return new Operator.Most(calls, tokens, Optional.ofNullable(usd).map(BigDecimal::new));
    }

    private static Sample.Exchange exchange(@Nullable String reply, Tokens tokens) {
        return new Sample.Exchange("plan", "?", reply, null, tokens);
    }

    private static ChatModel model(Spending spending, Tokens each) {
        return new BudgetedChatModel(prompt -> new ModelReply.Text("{}", "m", each), PRICED, spending);
    }

    private static ModelReply ask(ChatModel model) throws InterruptedException {
        return model.ask(new ChatPrompt(List.of(ChatMessage.user("0123456789")), "ruling", "{}"));
    }
}
