package dev.touchstone.sandbox.functional;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of one scenario, as it is stored.
 *
 * @param distance null where nothing could be measured
 */
@RegisterForReflection
record ScenarioResult(Scenario scenario, Reply reply, Grade grade, String reason, @Nullable Distance distance) {

    /**
     * What came back, as far as it is kept: without secrets, and cut.
     *
     * @param text hostile; null where there is no answer
     * @param cutFrom how long the answer was if only its beginning is here, null where it is whole
     * @param failureCode why there is none
     */
    @RegisterForReflection
    record Reply(@Nullable String text, @Nullable Integer cutFrom, @Nullable String failureCode, @Nullable String detail,
            long latencyMillis) {
    }
}
