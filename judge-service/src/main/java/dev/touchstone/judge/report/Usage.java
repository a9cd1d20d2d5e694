package dev.touchstone.judge.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelSeat;
import dev.touchstone.judge.llm.Price;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the models' replies took, by what is kept of them. It does not say what was paid: a reply out of the cache took this
 * once, so that equal reviews have equal reports.
 *
 * @param calls that a model answered
 * @param uncounted those of them whose host did not count the tokens; the sums are without them
 * @param inputTokens null where no host counted any, which is not zero
 * @param outputTokens the same
 * @param cost in US dollars; null where a reply was not counted or its model has no price: a sum with gaps is no cost
 */
@RegisterForReflection
record Usage(int calls, int uncounted, @Nullable Long inputTokens, @Nullable Long outputTokens, @Nullable Double cost) {

    /** What one reply took of whom. */
    private record Reply(String juror, Tokens tokens) {

        boolean isCounted() {
            return tokens.input() != null && tokens.output() != null;
        }
    }

    static Usage of(List<Opinion> opinions, ModelChoice choice) {
        List<Reply> replies = opinions.stream().flatMap(opinion -> opinion.samples().stream()
                .flatMap(sample -> sample.exchanges().stream()).filter(exchange -> exchange.reply() != null)
                .map(Sample.Exchange::tokens).map(tokens -> new Reply(opinion.juror(), tokens))).toList();
        int uncounted = (int) replies.stream().filter(reply -> !reply.isCounted()).count();
        return new Usage(replies.size(), uncounted, sum(replies, Tokens::input), sum(replies, Tokens::output),
                cost(replies, prices(choice)));
    }

    private static @Nullable Long sum(List<Reply> replies, Function<Tokens, @Nullable Long> figure) {
        List<Long> counted = replies.stream().map(Reply::tokens).map(figure).filter(Objects::nonNull).toList();
        return counted.isEmpty() ? null : (Long) counted.stream().mapToLong(Long::longValue).sum();
    }

    private static @Nullable Double cost(List<Reply> replies, Map<String, Price> prices) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Reply reply : replies) {
            Price price = prices.get(reply.juror());
            Long input = reply.tokens().input();
            Long output = reply.tokens().output();
            if (price == null || input == null || output == null) {
                return null;
            }
            sum = sum.add(price.of(input, output));
        }
        return replies.isEmpty() ? null : (Double) sum.doubleValue();
    }

    private static Map<String, Price> prices(ModelChoice choice) {
        Map<String, Price> prices = new HashMap<>();
        switch (choice) {
            case ModelChoice.Off ignored -> {
            }
            case ModelChoice.Seated(List<ModelSeat> seats) -> seats.forEach(seat -> {
                if (seat instanceof ModelSeat.Usable(var model) && model.facts().price() != null) {
                    prices.put(model.juror(), model.facts().price());
                }
            });
        }
        return prices;
    }
}
