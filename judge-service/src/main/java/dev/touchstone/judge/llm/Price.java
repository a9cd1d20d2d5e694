package dev.touchstone.judge.llm;

import java.math.BigDecimal;

/**
 * What a model costs, in US dollars.
 *
 * @param input for a million tokens that it reads
 * @param output for a million tokens that it writes
 */
public record Price(BigDecimal input, BigDecimal output) {

    private static final int MILLION_DIGITS = 6;

    /** The cost of so many tokens, exactly. */
    public BigDecimal of(long inputTokens, long outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens)).add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(MILLION_DIGITS);
    }
}
