package dev.touchstone.judge.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Tokens;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the models' replies took, by what is kept of them. It does not say what was paid: a reply out of the cache took this
 * once, so that equal reviews have equal reports.
 *
 * @param calls that a model answered
 * @param uncounted those of them whose host counted no tokens; the sums are without them
 * @param inputTokens null where no host counted any, which is not zero
 * @param outputTokens the same
 */
@RegisterForReflection
record Usage(int calls, int uncounted, @Nullable Long inputTokens, @Nullable Long outputTokens) {

    static Usage of(List<Opinion> opinions) {
        List<Tokens> replies = opinions.stream().flatMap(opinion -> opinion.samples().stream())
                .flatMap(sample -> sample.exchanges().stream()).filter(exchange -> exchange.reply() != null)
                .map(Sample.Exchange::tokens).toList();
        int uncounted = (int) replies.stream().filter(tokens -> tokens.input() == null || tokens.output() == null).count();
        return new Usage(replies.size(), uncounted, sum(replies, Tokens::input), sum(replies, Tokens::output));
    }

    private static @Nullable Long sum(List<Tokens> replies, Function<Tokens, @Nullable Long> figure) {
        List<Long> counted = replies.stream().map(figure).filter(Objects::nonNull).toList();
        return counted.isEmpty() ? null : (Long) counted.stream().mapToLong(Long::longValue).sum();
    }
}
