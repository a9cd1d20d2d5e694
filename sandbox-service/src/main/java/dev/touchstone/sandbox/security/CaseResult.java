package dev.touchstone.sandbox.security;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.suite.SuiteCase.Kind;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of one case, as it is stored. Holds no canary.
 *
 * @param exchanges what was said, in order
 * @param failure why the last prompt has no answer, null where all have
 */
@RegisterForReflection
record CaseResult(String caseId, Kind kind, Judgement judgement, List<Exchange> exchanges, @Nullable Failure failure) {

    CaseResult {
        exchanges = List.copyOf(exchanges);
    }

    /**
     * One prompt and what the agent said to it; hostile text.
     *
     * @param answer null where there is none
     * @param cutFrom how long the answer was if only its beginning is here, null where it is whole
     */
    @RegisterForReflection
    record Exchange(String prompt, @Nullable String answer, @Nullable Integer cutFrom, long latencyMillis) {
    }

    /** Why there is no answer. */
    @RegisterForReflection
    record Failure(String code, String detail) {
    }

    static CaseResult notExecuted(String caseId, Kind kind, String reason) {
        return new CaseResult(caseId, kind, new Judgement(Verdict.NOT_EXECUTED, reason, List.of()), List.of(), null);
    }

    Verdict verdict() {
        return judgement.verdict();
    }

    boolean isAttack() {
        return kind.expected().isAttack();
    }

    boolean failedWith(String code) {
        return failure != null && failure.code().equals(code);
    }
}
