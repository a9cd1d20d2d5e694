package dev.touchstone.judge.llm;

import java.util.Optional;

import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Tokens;

/** A model that is asked as long as the attempt's purse holds. */
record BudgetedChatModel(ChatModel model, ModelSettings settings, Spending spending) implements ChatModel {

    @Override
    public ModelReply ask(ChatPrompt prompt) throws InterruptedException {
        Optional<String> spent = spending.begin();
        if (spent.isPresent()) {
            return new ModelReply.Unavailable(spent.get());
        }
        ModelReply reply = model.ask(prompt);
        switch (reply) {
            case ModelReply.Text(String content, String servedBy, Tokens tokens) -> spending.took(settings, prompt, tokens);
            case ModelReply.Malformed(String reason, Tokens tokens) -> spending.took(settings, prompt, tokens);
            case ModelReply.Unavailable ignored -> {
            }
        }
        return reply;
    }

    @Override
    public void recall(Sample.Exchange earlier) {
        spending.resume(settings, earlier);
    }
}
