package dev.touchstone.sandbox.functional;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.touchstone.sandbox.suite.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * All that decides besides what was said; a transcript's header holds it.
 *
 * @param japaneseWordsWeight how much of the distance in Japanese goes by words, the rest goes by meaning
 * @param evaluated whether an LLM was to be asked, so that its silence is no pass
 */
@RegisterForReflection
record Rules(Bounds en, Bounds ja, double japaneseWordsWeight, boolean evaluated, FunctionalGate gate) {

    Rules {
        Objects.requireNonNull(en);
        Objects.requireNonNull(ja);
        Objects.requireNonNull(gate);
    }

    /**
     * @param pass the largest distance of a pass
     * @param fail the smallest distance of a failure; between the two a person has to read the answer
     */
    @RegisterForReflection
    record Bounds(double pass, double fail) {

        Grade grade(double distance) {
            if (distance <= pass) {
                return Grade.PASS;
            }
            return distance < fail ? Grade.NEEDS_REVIEW : Grade.FAIL;
        }
    }

    static Rules of(FunctionalConfig config, boolean evaluated) {
        FunctionalConfig.Gate gate = config.gate();
        return new Rules(new Bounds(config.passDistance(), config.failDistance()),
                new Bounds(config.japanesePassDistance(), config.japaneseFailDistance()), config.japaneseWordsWeight(),
                evaluated,
                new FunctionalGate(gate.minPassRate(), gate.maxFailRate(), gate.maxErrorRate()));
    }

    @JsonIgnore
    Bounds bounds(Language language) {
        return switch (language) {
            case EN -> en;
            case JA -> ja;
        };
    }
}
